import { DomainError } from '../errors.ts';

/** Fewest units that a published cell may describe, as INSEE has it: "strictement moins de 3 unités" is secret. */
export const FREQUENCY_THRESHOLD = 3;
/** Largest share of a cell, in percent, that one unit may weigh: above it is secret ("plus de 85 %"). */
export const DOMINANCE_PERCENT = 85;

/**
 * Whether a count is too small to be published: 1 to `threshold` − 1. An empty cell has nothing to protect (but see
 * `complementRule`, where 0 or all tells something of everybody).
 * @example
 * frequencyRule({ count: 2 }) // → true
 * frequencyRule({ count: 0 }) // → false
 */
export function frequencyRule({ count, threshold = FREQUENCY_THRESHOLD }: { count: number; threshold?: number }): boolean {
  if (!Number.isInteger(count) || count < 0) throw new DomainError('impossible_value', { what: 'count', value: count });
  return count > 0 && count < threshold;
}

/**
 * (n, k) dominance: whether the `n` largest contributions make more than `k` percent of the cell. Unsafe when true.
 *
 * Exactly `k` percent is safe (INSEE: "plus de 85 %"); `orMore` makes it unsafe (ministry of agriculture: "85 % ou plus").
 * Contributions are ≥ 0 and those of one holder have been put together (`contributionsByHolder`).
 * @example
 * dominanceRule({ contributions: [86, 7, 7] }) // → true
 * dominanceRule({ contributions: [85, 10, 5] }) // → false
 * dominanceRule({ contributions: [85, 10, 5], orMore: true }) // → true
 */
export function dominanceRule({
  contributions,
  n = 1,
  k = DOMINANCE_PERCENT,
  orMore = false
}: {
  contributions: readonly number[];
  n?: number;
  k?: number;
  orMore?: boolean;
}): boolean {
  const { total, largest } = inOrder(contributions);
  const top = sum(largest.slice(0, n));
  // 100·top against k·total, with room for the last bit only: 85 % must be exactly 85 %.
  const gap = 100 * top - k * total;
  const nothing = Math.abs(gap) <= 1e-12 * k * total;
  return total > 0 && (nothing ? orMore : gap > 0);
}

/**
 * p-percent rule: whether the second contributor can estimate the first to within `p` percent. Unsafe when true:
 * X − x1 − x2 < p/100 · x1. Recommended over (1, k) dominance by the Handbook on Statistical Disclosure Control.
 * @example
 * pPercentRule({ contributions: [50000, 49000, 1000] }) // → true
 * pPercentRule({ contributions: [52000, 50000, 8000] }) // → false
 */
export function pPercentRule({ contributions, p = 10 }: { contributions: readonly number[]; p?: number }): boolean {
  const { total, largest } = inOrder(contributions);
  const [first = 0, second = 0] = largest;
  return total > 0 && total - first - second < (p / 100) * first;
}

/** A rule on magnitudes: (n, k) dominance or p percent. */
export type MagnitudeRule = { kind: 'dominance'; n: number; k: number } | { kind: 'p_percent'; p: number };

/**
 * How far above the true value a hidden cell must be able to lie, as far as a reader knows: the upper protection level.
 *
 * (n, k): 100/k · (x1 + … + xn) − X. p percent: p/100 · x1 − (X − x1 − x2). In the cell's unit; 0 for a safe cell.
 * @example
 * protectionLevel({ contributions: [15000], rule: { kind: 'p_percent', p: 10 } }) // → 1500
 * protectionLevel({ contributions: [50, 30, 20], rule: { kind: 'dominance', n: 1, k: 85 } }) // → 0
 */
export function protectionLevel({ contributions, rule }: { contributions: readonly number[]; rule: MagnitudeRule }): number {
  const { total, largest } = inOrder(contributions);
  const [first = 0, second = 0] = largest;
  const level =
    rule.kind === 'dominance'
      ? (100 / rule.k) * sum(largest.slice(0, rule.n)) - total
      : (rule.p / 100) * first - (total - first - second);
  return Math.max(0, level);
}

/**
 * INSEE's rule for enterprise data: fewer than 3 units, or one unit above 85 percent of the cell. Unsafe when true.
 * An empty cell is safe. Zero contributions count as units.
 * @example
 * inseeEnterpriseRule({ contributions: [60, 40] }) // → true
 * inseeEnterpriseRule({ contributions: [] }) // → false
 */
export function inseeEnterpriseRule({ contributions }: { contributions: readonly number[] }): boolean {
  return frequencyRule({ count: contributions.length }) || dominanceRule({ contributions });
}

/**
 * What the second contributor, knowing its own value, takes the first one's to be at most: X − x2, and by how much that
 * is too high, as a share of x1. Undefined without a positive contribution.
 * @example
 * estimateBySecond([50000, 49000, 1000]) // → { estimate: 51000, relativeError: 0.02 }
 */
export function estimateBySecond(contributions: readonly number[]): { estimate: number; relativeError: number } | undefined {
  const { total, largest } = inOrder(contributions);
  const [first = 0, second = 0] = largest;
  if (first === 0) return undefined;
  return { estimate: total - second, relativeError: (total - second - first) / first };
}

/**
 * Contributions of a weighted survey, one by one: a value of weight 4 stands for four units of that value.
 * @example
 * expandContributions([{ value: 100, weight: 2 }, { value: 10, weight: 1 }]) // → [100, 100, 10]
 */
export function expandContributions(weighted: readonly { value: number; weight: number }[]): number[] {
  return weighted.flatMap(({ value, weight }) => Array.from({ length: Math.round(weight) }, () => value));
}

/**
 * Contributions of one holder put together (a network that runs several caisses), in the order of first appearance.
 * @example
 * contributionsByHolder([{ holder: 'a', value: 1 }, { holder: 'b', value: 5 }, { holder: 'a', value: 2 }]) // → [3, 5]
 */
export function contributionsByHolder(units: readonly { holder: string; value: number }[]): number[] {
  const totals = new Map<string, number>();
  for (const { holder, value } of units) totals.set(holder, (totals.get(holder) ?? 0) + value);
  return [...totals.values()];
}

/**
 * A yes/no item tells its complement: 30 of 32 tells that 2 said no. `publish` is false when either side has 1 to
 * `threshold` − 1 units; `groupDisclosure` when 0 or all tells the answer of every respondent.
 * @example
 * complementRule({ count: 30, base: 32 }) // → { publish: false, groupDisclosure: false }
 * complementRule({ count: 32, base: 32 }) // → { publish: true, groupDisclosure: true }
 */
export function complementRule({
  count,
  base,
  threshold = FREQUENCY_THRESHOLD
}: {
  count: number;
  base: number;
  threshold?: number;
}): { publish: boolean; groupDisclosure: boolean } {
  if (count > base) throw new DomainError('impossible_share', { numerator: count, base });
  const unsafe = frequencyRule({ count, threshold }) || frequencyRule({ count: base - count, threshold });
  return { publish: !unsafe, groupDisclosure: base > 0 && (count === 0 || count === base) };
}

/**
 * Whether two aggregates must not both be published: their sets of respondents differ, by fewer than `threshold` units.
 * @example
 * differencingRule({ first: ['a', 'b', 'c', 'd'], second: ['a', 'b', 'c'] }) // → true
 * differencingRule({ first: ['a', 'b'], second: ['b', 'a'] }) // → false
 */
export function differencingRule({
  first,
  second,
  threshold = FREQUENCY_THRESHOLD
}: {
  first: Iterable<string>;
  second: Iterable<string>;
  threshold?: number;
}): boolean {
  const a = new Set(first);
  const b = new Set(second);
  const apart = [...a].filter((unit) => !b.has(unit)).length + [...b].filter((unit) => !a.has(unit)).length;
  return apart > 0 && apart < threshold;
}

/**
 * The mean of the units by which a larger aggregate differs from one it contains: what a subtraction gives away.
 * Undefined unless the first has more units.
 * @example
 * recoverByDifference({ larger: { n: 3, mean: 20 }, smaller: { n: 2, mean: 15 } }) // → 30
 */
export function recoverByDifference({
  larger,
  smaller
}: {
  larger: { n: number; mean: number };
  smaller: { n: number; mean: number };
}): number | undefined {
  const apart = larger.n - smaller.n;
  return apart > 0 ? (larger.n * larger.mean - smaller.n * smaller.mean) / apart : undefined;
}

function inOrder(contributions: readonly number[]): { total: number; largest: number[] } {
  for (const value of contributions)
    if (!(value >= 0 && Number.isFinite(value))) throw new DomainError('impossible_value', { what: 'contribution', value });
  return { total: sum(contributions), largest: [...contributions].sort((a, b) => b - a) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
