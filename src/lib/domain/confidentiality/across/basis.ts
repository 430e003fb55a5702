import type { ComputedGroup, ComputedTable } from '../../indicators/computed.ts';
import { markUnprotected } from '../../indicators/computed.ts';
import type { Breakdown, Measure } from '../../indicators/definition.ts';

type Entries = [slug: string, value: number][];

/**
 * Who stands behind a published table, and with what: its exact content with names, as plain data. It is kept in the workshop for each
 * edition, because the next edition must not be set against the earlier ones to tell of one or two. It is never published.
 */
export type TableBasis = {
  id: string;
  wave: string;
  indicator: string;
  question: string;
  breakdown: Breakdown | null;
  measure: Measure;
  multiple: boolean;
  groups: {
    code: string | null;
    population?: string[];
    respondents: string[];
    asked: string[];
    answered: string[];
    rows: { code: string; contributors: string[]; values?: Entries }[];
    values?: Entries;
    wholes?: Entries;
  }[];
};

function entries(map: ReadonlyMap<string, number>): Entries {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The basis of a computed table. The same answers give the same basis, whatever their order. */
export function basisOf(table: ComputedTable): TableBasis {
  const sorted = (slugs: readonly string[]): string[] => [...slugs].sort();
  return {
    id: table.id,
    wave: table.wave,
    indicator: table.indicator.id,
    question: table.question.code,
    breakdown: table.breakdown,
    measure: table.indicator.measure,
    multiple: table.multiple,
    groups: table.groups.map((group) => ({
      code: group.code,
      ...(group.population ? { population: sorted(group.population) } : {}),
      respondents: sorted(group.respondents),
      asked: sorted(group.asked),
      answered: sorted(group.answered),
      rows: group.rows.map((row) => ({ code: row.code, contributors: sorted(row.contributors), ...(row.values ? { values: entries(row.values) } : {}) })),
      ...(group.values ? { values: entries(group.values) } : {}),
      ...(group.wholes ? { wholes: entries(group.wholes) } : {})
    }))
  };
}

/** The computed table that a basis was made from, with the words of `like`, another table of the same question. */
export function restore(basis: TableBasis, like: ComputedTable): ComputedTable {
  const labels = new Map(like.groups.flatMap((group) => group.rows.map((row) => [row.code, row.label])));
  return markUnprotected({
    ...like,
    id: basis.id,
    breakdown: basis.breakdown,
    groups: basis.groups.map((group): ComputedGroup => {
      const label = like.groups.find((each) => each.code === group.code)?.label ?? { fr: group.code ?? '', en: group.code ?? '' };
      return {
        code: group.code,
        label,
        population: group.population,
        respondents: group.respondents,
        asked: group.asked,
        answered: group.answered,
        rows: group.rows.map((row) => ({
          code: row.code,
          label: labels.get(row.code) ?? { fr: row.code, en: row.code },
          contributors: row.contributors,
          ...(row.values ? { values: new Map(row.values) } : {})
        })),
        ...(basis.multiple ? { mentions: group.rows.reduce((sum, row) => sum + row.contributors.length, 0) } : {}),
        ...(group.values ? { values: new Map(group.values) } : {}),
        ...(group.wholes ? { wholes: new Map(group.wholes) } : {})
      };
    })
  });
}

/** What each unit brings to a table, as text: two bases say the same of a unit when its text is the same in both. */
export function unitsOf(basis: TableBasis): Map<string, string> {
  const parts = new Map<string, string[]>();
  const add = (slug: string, part: string): void => void (parts.get(slug)?.push(part) ?? parts.set(slug, [part]));
  for (const group of basis.groups) {
    const at = group.code ?? '*';
    for (const slug of group.respondents) add(slug, `${at} responded`);
    for (const slug of group.asked) add(slug, `${at} asked`);
    for (const slug of group.answered) add(slug, `${at} answered`);
    for (const row of group.rows) {
      for (const slug of row.contributors) add(slug, `${at} in ${row.code}`);
      for (const [slug, value] of row.values ?? []) if (value !== 0) add(slug, `${at} ${row.code} ${value}`);
    }
    for (const [slug, value] of group.values ?? []) add(slug, `${at} value ${value}`);
    for (const [slug, value] of group.wholes ?? []) add(slug, `${at} whole ${value}`);
  }
  return new Map([...parts].map(([slug, each]) => [slug, each.join('\n')]));
}

/** Units of which two bases do not say the same: joined, gone, or with another answer. Sorted. */
export function unitsApart(first: TableBasis, second: TableBasis): string[] {
  const [a, b] = [unitsOf(first), unitsOf(second)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((slug) => a.get(slug) !== b.get(slug)).sort();
}
