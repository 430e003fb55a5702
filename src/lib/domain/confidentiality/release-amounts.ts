import type { ComputedGroup, ComputedRow, ComputedTable } from '../indicators/computed.ts';
import { median } from '../statistics/median.ts';
import { keyOf } from './hidden-groups.ts';
import { hideUnsafeRests } from './hide-unsafe-rests.ts';
import { cellId, hideCells } from './matrix.ts';
import type { PublishedRow } from './published.ts';
import { countRow, hiddenCounts } from './release-counts.ts';
import { plain, rounded, SECRET, type Protection, type ReleasedPart } from './release-part.ts';
import { CONFIDENTIAL_MEDIAN_FROM, VALUE_STEP } from './rounding.ts';
import { isDominated, isSmall, isUnsafeTick } from './unsafe.ts';

/** Caisses and euros per item. A total can be secret where its count is not. */
export function releaseAmounts(table: ComputedTable, protection: Protection): ReleasedPart {
  // A question of amounts tells who has none as a question of ticks does, and often the two are asked together.
  const counts = hiddenCounts(table, protection, (row, group) => isUnsafeTick(row.contributors.length, group.answered.length));
  const totals = hiddenTotals(table, protection, counts);
  return (group) => ({
    rows: group.rows.map((row) => {
      const id = cellId(keyOf(group.code), row.code);
      return releaseRow(table, group, row, { count: counts.has(id), total: totals.has(id) }, protection);
    })
  });
}

/** Amounts above zero of a row. */
function amounts(row: ComputedRow): number[] {
  return row.contributors.map((slug) => row.values?.get(slug) ?? 0);
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function isUnsafeTotal(values: number[]): boolean {
  return isSmall(values.length) || isDominated(values);
}

function hiddenTotals(table: ComputedTable, protection: Protection, counts: ReadonlySet<string>): Set<string> {
  const groups = new Map(table.groups.map((group) => [keyOf(group.code), group]));
  const rowOf = (group: string, code: string): ComputedRow => groups.get(group)?.rows.find((row) => row.code === code) as ComputedRow;
  const lines = { groups: [...groups.keys()], rows: table.groups[0]?.rows.map((row) => row.code) ?? [] };
  const hidden = hideCells(
    {
      ...lines,
      value: (group, code) => sum(amounts(rowOf(group, code))),
      primary: (group, code) => {
        const values = amounts(rowOf(group, code));
        // A zero in euros would tell a hidden zero of caisses. Everybody's count is hidden for itself alone: its euros, of three caisses at least, would
        // tell that nearly all give.
        if (protection.confidential && group === '*' && counts.has(cellId(group, code))) return true;
        return protection.hiddenGroups.has(group) || (values.length === 0 && counts.has(cellId(group, code))) || (protection.confidential && isUnsafeTotal(values));
      },
      settles: (code) => rowOf('*', code).contributors.length === 0,
      empty: (group) => groups.get(group)?.answered.length === 0
    },
    protection.suppress
  );
  return protection.confidential ? hideUnsafeRests({ ...lines, values: (group, code) => amounts(rowOf(group, code)), unsafe: isUnsafeTotal }, hidden) : hidden;
}

function releaseRow(table: ComputedTable, group: ComputedGroup, row: ComputedRow, secret: { count: boolean; total: boolean }, protection: Protection): PublishedRow {
  const shown: PublishedRow = secret.count ? { code: row.code, label: row.label, count: SECRET } : countRow(table, group, row);
  if (secret.total) return { ...shown, total: SECRET, median: SECRET, largestShare: SECRET };
  const values = amounts(row);
  const total = sum(values);
  if (values.length === 0) return { ...shown, total: plain(0), median: { status: 'z' }, largestShare: { status: 'z' } };
  const { confidential } = protection;
  // Beside a hidden count, a median would tell that there are five caisses at least.
  const few = secret.count || (confidential && values.length < CONFIDENTIAL_MEDIAN_FROM);
  return {
    ...shown,
    total: rounded(total),
    median: few ? SECRET : rounded(median(values) ?? 0, confidential ? VALUE_STEP[table.indicator.unit] / 10 : 1),
    largestShare: few ? SECRET : rounded(Math.max(...values) / total, confidential ? 0.1 : 0.01)
  };
}
