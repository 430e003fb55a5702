import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readFile } from '../../src/lib/reading/read.ts';
import type { Reading, ReadOptions, SourceQuestion } from '../../src/lib/reading/types.ts';

/** Bytes of a file of `tests/fixtures/reading`. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/reading/${name}`, import.meta.url)));
}

/** Reads a text as a tool would have written it. */
export function readText(text: string, file = 'file.csv', options: ReadOptions = {}): Promise<Reading> {
  return readFile(new TextEncoder().encode(text), file, options);
}

/** The question of that label or code. */
export function question(reading: Reading, name: string): SourceQuestion {
  const found = reading.questions.find(({ label, code, id }) => label === name || code === name || id === name);
  if (!found) throw new Error(`no question "${name}" among ${reading.questions.map(({ id }) => id).join(' | ')}`);
  return found;
}

/** Counts by option label. */
export function counts(options: { label: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(options.map(({ label, count }) => [label, count]));
}

/** Rows = responses + ignored; non-blank cells = imported + ignored, counted here from the grid. */
export function closes(reading: Reading): { rows: boolean; cells: boolean } {
  const stray = reading.grid.stray ?? [];
  const rows = [...reading.grid.rows, ...stray.map(({ cells }) => cells)];
  const nonEmpty = rows.reduce((sum, row) => sum + row.filter((cell) => cell.trim() !== '').length, 0);
  const listed = new Set([...reading.responseRows, ...reading.ignoredRows.map(({ row }) => row)]);
  return {
    rows: listed.size === rows.length && listed.size === reading.responseRows.length + reading.ignoredRows.length,
    cells: reading.cells.nonEmpty === nonEmpty && reading.cells.imported + reading.cells.ignored === nonEmpty
  };
}

/** Quoted lines of a delimited file. */
export function lines(delimiter: string, rows: (string | number)[][], newline = '\n'): string {
  return rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter)).join(newline) + newline;
}

/** Meanings of the columns that the tool added. */
export function meanings(reading: Reading): string[] {
  return reading.columns.flatMap(({ metadata }) => metadata ?? []);
}

/** The tool, with its reason, the number of responses, and an accounting that closes. */
export function expectTool(reading: Reading, name: string, responses: number): void {
  expect(reading.tool.name).toBe(name);
  expect(reading.tool.why.join(' ')).not.toBe('');
  expect(reading.responseRows).toHaveLength(responses);
  expect(closes(reading)).toEqual({ rows: true, cells: true });
}
