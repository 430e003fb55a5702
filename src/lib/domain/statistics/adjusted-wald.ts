import { requireCounts } from './checks.ts';
import { estimateInterval, type Estimate, type Interval } from './interval.ts';

/**
 * Adjusted Wald interval (Agresti and Coull: two successes and two failures added) with finite population correction.
 *
 * estimate = (k + 2)/(n + 4); SE = √(p̃(1 − p̃)/(n + 4) · (N − n)/(N − 1)). Shares. Kept for comparison: in a census it
 * misses the truth. R: `statpsych::ci.prop.fpc(alpha, f, n, N)`. Undefined when `n` = 0.
 * @example
 * adjustedWald({ count: 12, n: 100, N: 400 }) // → { estimate: 0.1346154, standardError: 0.0290208, interval: { low: 0.0777357, high: 0.1914951 } }
 */
export function adjustedWald({
  count,
  n,
  N,
  level = 0.95
}: {
  count: number;
  n: number;
  N: number;
  level?: number;
}): (Estimate & { interval: Interval }) | undefined {
  requireCounts({ count, n, N });
  if (n === 0) return undefined;
  const p = (count + 2) / (n + 4);
  const correction = N === Infinity ? 1 : N === n ? 0 : (N - n) / (N - 1);
  const standardError = Math.sqrt(((p * (1 - p)) / (n + 4)) * correction);
  const interval = estimateInterval({ estimate: p, standardError, level });
  return interval && { estimate: p, standardError, interval };
}
