import { isDominated, isSmall, isUnsafeTick, MINIMUM } from '../unsafe.ts';
import type { PublishedTable } from '../published.ts';
import { unitsApart, type TableBasis } from './basis.ts';
import { sumsOf, type Sum } from './shown-cells.ts';

/** A table as an edition published it, with who stands behind it. */
export type Standing = { published: PublishedTable; basis: TableBasis };

/**
 * Why two tables may not both be published. `few`: fewer than three units make the difference. `apart`: more do, but a subtraction
 * tells of one or two of them, of all of them, or gives an amount that one of them dominates.
 */
export type Telling = { reason: 'few' | 'apart'; units: string[]; sums: string[] };

/**
 * What a reader who holds both tables can tell of single units by subtraction; undefined when nothing.
 *
 * The difference between two editions is a table in itself, of those who joined, left or changed: it is told whenever both are, so it
 * must keep the rules that a published group keeps.
 */
export function tellingDifference(before: Standing, after: Standing): Telling | undefined {
  const units = unitsApart(before.basis, after.basis);
  if (units.length === 0 || sameNumbers(before.published, after.published)) return undefined;
  const known = new Map(sumsOf(before.published, before.basis).map((sum) => [nameOf(sum), sum]));
  const told = sumsOf(after.published, after.basis).filter((sum) => {
    const old = known.get(nameOf(sum));
    return old?.shown && sum.shown && isTelling(old, sum);
  });
  if (units.length < MINIMUM) return { reason: 'few', units, sums: told.map(nameOf) };
  return told.length > 0 ? { reason: 'apart', units, sums: told.map(nameOf) } : undefined;
}

/** Whether two tables show the same numbers: nothing can be subtracted then. */
export function sameNumbers(first: PublishedTable, second: PublishedTable): boolean {
  return numbers(first) === numbers(second);
}

/** Whether every count, total and size that the second table shows is shown alike by the first. */
export function addsNothing(first: PublishedTable, second: PublishedTable): boolean {
  return second.groups.every((group) => {
    const old = first.groups.find((each) => each.code === group.code);
    const sizes = [[old?.population, group.population], [old?.respondents, group.respondents], [old?.answered, group.answered], [old?.asked, group.asked], [old?.summary?.mean, group.summary?.mean]];
    const rows = group.rows.flatMap((row) => {
      const known = old?.rows.find((each) => each.code === row.code);
      return [[known?.count, row.count], [known?.total, row.total], [known?.meanOfShares, row.meanOfShares]];
    });
    return [...sizes, ...rows].every(([was, is]) => is?.status !== 'ok' || (was?.status === 'ok' && was.value === is.value));
  });
}

function numbers({ groups, funders, level }: PublishedTable): string {
  const bare = (_: string, value: unknown): unknown => (typeof value === 'object' && value !== null && 'fr' in value ? undefined : value);
  return JSON.stringify({ groups, funders, level }, bare);
}

function nameOf({ group, quantity }: Sum): string {
  return `${group ?? '*'} ${quantity}`;
}

function isTelling(before: Sum, after: Sum): boolean {
  return before.kind === 'count' ? isTellingCount(before, after) : isTellingAmount(before, after);
}

function isTellingCount(before: Sum, after: Sum): boolean {
  const [was, is] = [new Set(before.base), new Set(after.base)];
  const joined = after.base.filter((slug) => !was.has(slug));
  const left = before.base.filter((slug) => !is.has(slug));
  const changed = after.base.filter((slug) => was.has(slug) && before.parts.has(slug) !== after.parts.has(slug));
  // Nobody before and nobody after: zeros are shown, nobody stands behind them.
  if (before.parts.size === 0 && after.parts.size === 0) return false;
  const change = after.parts.size - before.parts.size;
  if (changed.length === 0 && left.length === 0) return joined.length > 0 && isUnsafeTick(change, joined.length);
  if (changed.length === 0 && joined.length === 0) return isUnsafeTick(-change, left.length);
  // What joined, left and changed could together make of the count, from the least to the most.
  const least = -(left.length + changed.length);
  const most = joined.length + changed.length;
  return change - least < MINIMUM || most - change < MINIMUM;
}

function isTellingAmount(before: Sum, after: Sum): boolean {
  const units = new Set([...before.parts.keys(), ...after.parts.keys()]);
  const moves = [...units].map((slug) => Math.abs((after.parts.get(slug) ?? 0) - (before.parts.get(slug) ?? 0))).filter((move) => move > 1e-9);
  return isSmall(moves.length) || isDominated(moves);
}
