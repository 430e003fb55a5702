import { finitePopulationFactor, requireCounts } from './checks.ts';
import { estimateInterval, type Estimate, type Interval } from './interval.ts';
import { present, type Maybe } from './present.ts';

/** Mean with the size and the spread that it comes from, in the values' unit. */
export type MeanEstimate = Estimate & {
  n: number;
  /** Sample standard deviation (n − 1); undefined for one value. */
  standardDeviation: number | undefined;
  /** Student interval with n − 1 degrees of freedom. */
  interval: Interval | undefined;
};

/**
 * Mean of a simple random sample, with its standard error √((1 − n/N)·s²/n). In the values' unit.
 *
 * Missing values are left out, and those that remain count as the sample; leave `N` out for an infinite population.
 * Amounts are skewed: publish the median first. R: `mean(x, na.rm = TRUE)` and `sqrt((1 - n/N) * var(x)/n)`.
 * Undefined without any value; the error is undefined for one value drawn from several, 0 in a census.
 * @example
 * mean({ values: [1, 2, 3, undefined] }) // → { estimate: 2, standardError: 0.577350, n: 3, standardDeviation: 1, interval: { low: -0.484138, high: 4.484138 } }
 * mean({ values: [1, 2, 3], N: 3 }) // → { estimate: 2, standardError: 0, n: 3, standardDeviation: 1, interval: { low: 2, high: 2 } }
 * mean({ values: [] }) // → undefined
 */
export function mean({
  values,
  N,
  level = 0.95
}: {
  values: readonly Maybe<number>[];
  N?: number;
  level?: number;
}): MeanEstimate | undefined {
  const known = present(values);
  const n = known.length;
  requireCounts({ count: n, n, N });
  if (n === 0) return undefined;
  const estimate = average(known);
  const variance = n === 1 ? undefined : known.reduce((sum, value) => sum + (value - estimate) ** 2, 0) / (n - 1);
  const factor = finitePopulationFactor(n, N);
  const standardError = factor === 0 ? 0 : variance === undefined ? undefined : Math.sqrt((factor * variance) / n);
  const interval =
    standardError === 0 ? { low: estimate, high: estimate } : estimateInterval({ estimate, standardError, df: n - 1, level });
  return { estimate, standardError, n, standardDeviation: variance === undefined ? undefined : Math.sqrt(variance), interval };
}

/** Two passes: the second takes out the rounding of the first, so that equal values have exactly themselves as mean. */
function average(values: readonly number[]): number {
  const first = values.reduce((sum, value) => sum + value, 0) / values.length;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}
