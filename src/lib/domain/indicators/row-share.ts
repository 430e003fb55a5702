import type { PublishedGroup, PublishedNumber, PublishedRow, PublishedTable } from '../confidentiality/published.ts';
import { share, type Share } from '../statistics/share.ts';
import type { BaseKind } from './definition.ts';

/** The group of everybody. A table always has one. */
export function everybody(table: PublishedTable): PublishedGroup {
  const found = table.groups.find((group) => group.code === null);
  if (!found) throw new Error(`Table ${table.id} has no group of everybody`);
  return found;
}

/** The plain value of a published number, or undefined when it is a symbol. */
export function known(number: PublishedNumber | undefined): number | undefined {
  return number?.status === 'ok' ? number.value : undefined;
}

/** The denominator of `base` in a group, in whole caisses (in ticks for `mentions`, `z` when the question has one answer). */
export function baseCount(group: PublishedGroup, base: BaseKind): PublishedNumber {
  if (base === 'mentions') return group.mentions ?? { status: 'z' };
  return group[base];
}

/**
 * The share of a row's caisses in a base of its group, with its numerator and base.
 * Undefined when either is a symbol or the base is empty: there is then no percentage to show.
 */
export function rowShare(group: PublishedGroup, row: PublishedRow, base: BaseKind): Share | undefined {
  const numerator = known(row.count);
  const denominator = known(baseCount(group, base));
  if (numerator === undefined || denominator === undefined || denominator === 0) return undefined;
  return share({ numerator, base: denominator, kind: base });
}

/**
 * The row to speak of first: the largest total for euros, the largest mean share for a mix, "yes" of a yes/no
 * question, else the largest count. Rows under a symbol are passed over; undefined when all are.
 */
export function leadingRow(table: PublishedTable, group: PublishedGroup): PublishedRow | undefined {
  const measured = (row: PublishedRow): number | undefined =>
    known(table.measure === 'amounts_by_item' ? row.total : table.measure === 'mix' ? row.meanOfShares : row.count);
  const yes = group.rows.find((row) => row.code === 'yes' && measured(row) !== undefined);
  if (yes) return yes;
  let best: PublishedRow | undefined;
  for (const row of group.rows) {
    const value = measured(row);
    if (value !== undefined && (best === undefined || value > (measured(best) ?? -1))) best = row;
  }
  return best;
}
