import * as v from 'valibot';
import type { Decisions } from '#lib/reading/types.ts';

const cell = v.pipe(v.string(), v.regex(/^\d+:\d+$/));
const row = v.pipe(v.string(), v.regex(/^\d+$/));
const choices = v.record(v.string(), v.string());

/** What a decisions file may hold: exactly `Decisions`. Anything else is refused, so that a misspelt name is not lost. */
const schema = v.strictObject({
  sheet: v.optional(v.string()),
  headerRows: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  questions: v.optional(choices),
  options: v.optional(v.record(v.string(), choices)),
  matches: v.optional(v.record(row, v.string())),
  rows: v.optional(v.record(row, v.picklist(['include', 'exclude']))),
  asks: v.optional(choices),
  acknowledged: v.optional(v.array(v.string())),
  corrections: v.optional(v.record(cell, v.string()))
});

const LONGEST = 20_000_000;

/** The decisions of a file written by `writeDecisions` or by hand. @returns undefined when it is no such file */
export function readDecisions(text: string): Decisions | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const read = v.safeParse(schema, value);
    return read.success && !Array.isArray(value) ? (read.output as Decisions) : undefined;
  } catch {
    return undefined;
  }
}

/** The decisions as a JSON file: the command line takes it with `--decisions`. Empty sections are left out. */
export function writeDecisions(decisions: Decisions): string {
  const filled = Object.entries(decisions).filter(([, value]) => (typeof value === 'object' ? Object.keys(value).length > 0 : value !== undefined));
  return `${JSON.stringify(Object.fromEntries(filled), null, 2)}\n`;
}
