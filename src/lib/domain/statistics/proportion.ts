import { finitePopulationFactor, requireCounts } from './checks.ts';
import type { Estimate } from './interval.ts';

/**
 * A proportion and its standard error under simple random sampling without replacement. Shares, 0 to 1.
 *
 * SE = √((1 − n/N) · p(1 − p)/(n − 1)) (Cochran 1977, ch. 3). Leave `N` out for an infinite population.
 * R: `svymean(~x, svydesign(ids = ~1, fpc = ~N))`.
 * Undefined when `n` = 0; the error alone is undefined for one unit drawn from several, and 0 in a census.
 * @example
 * proportion({ count: 28, n: 32, N: 60 }) // → { estimate: 0.875, standardError: 0.04057715 }
 * proportion({ count: 1, n: 1, N: 60 }) // → { estimate: 1, standardError: undefined }
 */
export function proportion({ count, n, N }: { count: number; n: number; N?: number }): Estimate | undefined {
  requireCounts({ count, n, N });
  if (n === 0) return undefined;
  const p = count / n;
  const factor = finitePopulationFactor(n, N);
  if (factor === 0) return { estimate: p, standardError: 0 };
  if (n === 1) return { estimate: p, standardError: undefined };
  return { estimate: p, standardError: Math.sqrt((factor * p * (1 - p)) / (n - 1)) };
}
