import { requireCounts } from './checks.ts';
import type { Interval } from './interval.ts';

/**
 * What the count would be in the whole population, whatever the silent units do. Whole units, 0 to `N`.
 *
 * `low`: no silent unit has the trait; `high`: all of them do. No assumption at all, hence no confidence level.
 * Divide by `N` for shares. Manski's worst-case bounds; R: `c(k, k + N - n)`.
 * Throws when `count` ≤ `n` ≤ `N` does not hold.
 * @example
 * worstCaseBounds({ count: 28, n: 32, N: 60 }) // → { low: 28, high: 56 }
 */
export function worstCaseBounds({ count, n, N }: { count: number; n: number; N: number }): Interval {
  requireCounts({ count, n, N });
  return { low: count, high: count + N - n };
}
