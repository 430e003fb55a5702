import { markUnprotected, type ComputedGroup, type ComputedTable } from '../../indicators/computed.ts';
import type { TableBasis } from '../across/basis.ts';

/** A table with what a reader knows taken out of it: the same sums, of the other units alone. */
export function tableWithout(table: ComputedTable, known: ReadonlySet<string>): ComputedTable {
  if (known.size === 0) return table;
  const left = (slugs: readonly string[]): string[] => slugs.filter((slug) => !known.has(slug));
  const groups = table.groups.map((group): ComputedGroup => {
    const rows = group.rows.map((row) => ({ ...row, contributors: left(row.contributors) }));
    const mentions = group.mentions === undefined ? {} : { mentions: rows.reduce((sum, row) => sum + row.contributors.length, 0) };
    return { ...group, population: group.population && left(group.population), respondents: left(group.respondents), asked: left(group.asked), answered: left(group.answered), ...mentions, rows };
  });
  const { weighting: _weights, ...rest } = table;
  return markUnprotected({ ...rest, groups });
}

/** The same of who stands behind a published table. */
export function basisWithout(basis: TableBasis, known: ReadonlySet<string>): TableBasis {
  if (known.size === 0) return basis;
  const left = (slugs: readonly string[]): string[] => slugs.filter((slug) => !known.has(slug));
  const groups = basis.groups.map((group) => ({
    ...group,
    ...(group.population ? { population: left(group.population) } : {}),
    respondents: left(group.respondents),
    asked: left(group.asked),
    answered: left(group.answered),
    rows: group.rows.map((row) => ({ ...row, contributors: left(row.contributors) }))
  }));
  return { ...basis, groups };
}
