import type { ComputedGroup, ComputedRow, ComputedTable } from '../indicators/computed.ts';
import { hypergeometricInterval } from '../statistics/hypergeometric-interval.ts';
import { wilsonFpc } from '../statistics/wilson-fpc.ts';
import { worstCaseBounds } from '../statistics/worst-case-bounds.ts';
import { keyOf } from './hidden-groups.ts';
import { cellId, hideCells } from './matrix.ts';
import type { PublishedInterval, PublishedRow } from './published.ts';
import { plain, SECRET, type Protection, type ReleasedPart } from './release-part.ts';
import { isUnsafeTick, MINIMUM } from './unsafe.ts';

/** Counts per row, with their bounds and intervals, of a distribution or of classes. */
export function releaseCounts(table: ComputedTable, protection: Protection): ReleasedPart {
  const hidden = hiddenCounts(table, protection, (row, group) => isUnsafeTick(row.contributors.length, group.answered.length));
  return (group) => ({
    rows: group.rows.map((row) => {
      const secret = hidden.has(cellId(keyOf(group.code), row.code));
      return secret ? { code: row.code, label: row.label, count: SECRET } : countRow(table, group, row);
    }),
    // The ticks of a group minus those shown would give a hidden one.
    ...(group.mentions === undefined ? {} : { mentions: someHidden(group, hidden) ? SECRET : plain(group.mentions) })
  });
}

function someHidden(group: ComputedGroup, hidden: ReadonlySet<string>): boolean {
  return group.rows.some((row) => hidden.has(cellId(keyOf(group.code), row.code)));
}

/**
 * Ids of the counts to hide. In a hidden group everything is, except rows that everybody's count settles.
 * `unsafe` marks the counts of a confidential question.
 */
export function hiddenCounts(table: ComputedTable, protection: Protection, unsafe: (row: ComputedRow, group: ComputedGroup) => boolean): Set<string> {
  const groups = new Map(table.groups.map((group) => [keyOf(group.code), group]));
  const codes = table.groups[0]?.rows.map((row) => row.code) ?? [];
  const rowOf = (group: string, code: string): ComputedRow => groups.get(group)?.rows.find((row) => row.code === code) as ComputedRow;
  const isUnsafe = (group: string, code: string): boolean => protection.confidential && unsafe(rowOf(group, code), groups.get(group) as ComputedGroup);
  const adds = table.indicator.measure === 'classes' || (table.indicator.measure === 'distribution' && !table.multiple);
  return hideCells(
    {
      groups: [...groups.keys()],
      rows: codes,
      value: (group, code) => rowOf(group, code).contributors.length,
      primary: (group, code) => protection.hiddenGroups.has(group) || isUnsafe(group, code),
      settles: (code) => isSettled(rowOf('*', code), groups.get('*')),
      empty: (group) => groups.get(group)?.answered.length === 0,
      whole: (group) => (adds ? groups.get(group)?.answered.length : undefined),
      ...(protection.confidential
        ? {
            cap: (group: string) => groups.get(group)?.answered.length ?? 0,
            room: (group: string, code: string) => roomFor(rowOf(group, code).contributors.length, groups.get(group)?.answered.length ?? 0)
          }
        : {})
    },
    protection.suppress
  );
}

/** A small count must be able to be 3, one near its base 3 less than it, as far as the base goes. */
function roomFor(count: number, base: number): { low: number; high: number } {
  return { low: base - count < MINIMUM ? Math.max(0, base - MINIMUM) : count, high: count < MINIMUM ? Math.min(MINIMUM, base) : count };
}

/** Nobody or all of everybody: then the same is known of each group. */
function isSettled(row: ComputedRow, everybody: ComputedGroup | undefined): boolean {
  return row.contributors.length === 0 || row.contributors.length === everybody?.answered.length;
}

/** A count that may be shown, with what the silent ones could change and, for a question put to all, its intervals. */
export function countRow(table: ComputedTable, group: ComputedGroup, row: ComputedRow): PublishedRow {
  const count = row.contributors.length;
  const n = group.answered.length;
  const N = group.population?.length;
  const shown: PublishedRow = { code: row.code, label: row.label, count: plain(count) };
  if (N === undefined) return shown;
  const bounds = worstCaseBounds({ count, n, N });
  return { ...shown, bounds, ...(table.filtered ? {} : { intervals: intervals(count, n, N) }) };
}

function intervals(count: number, n: number, N: number): PublishedInterval[] {
  const exact = hypergeometricInterval({ count, n, N });
  const wilson = wilsonFpc({ count, n, N });
  return [
    ...(exact ? [{ method: 'hypergeometric' as const, level: 0.95 as const, ...exact }] : []),
    ...(wilson ? [{ method: 'wilson_fpc' as const, level: 0.95 as const, ...wilson }] : [])
  ];
}
