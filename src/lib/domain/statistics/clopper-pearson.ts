import { requireCounts } from './checks.ts';
import { betaQuantile, tailOf } from './distributions.ts';
import type { Interval } from './interval.ts';

/**
 * Clopper and Pearson's exact binomial interval, for an infinite population. Shares, 0 to 1.
 *
 * Ignores the population's size: much too wide for 32 of 60. R: `binom.test(k, n)$conf.int`. Undefined when `n` = 0.
 * @example
 * clopperPearson({ count: 28, n: 32 }) // → { low: 0.710052, high: 0.964869 }
 * clopperPearson({ count: 0, n: 32 }) // → { low: 0, high: 0.108881 }
 */
export function clopperPearson({
  count,
  n,
  level = 0.95
}: {
  count: number;
  n: number;
  level?: number;
}): Interval | undefined {
  requireCounts({ count, n });
  const tail = tailOf(level);
  if (n === 0) return undefined;
  return { low: betaQuantile(tail, count, n - count + 1), high: betaQuantile(1 - tail, count + 1, n - count) };
}
