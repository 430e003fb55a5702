import { requireCounts } from './checks.ts';
import { binomialCdf, hypergeometricCdf, tailOf } from './distributions.ts';
import type { Interval } from './interval.ts';
import { sortedPresent, type Maybe } from './present.ts';

/** Interval in the values' unit, the ranks (from 1) of its two bounds, and the confidence that it really has. */
export type MedianInterval = Interval & { ranks: [number, number]; coverage: number };

/**
 * Interval for the median from order statistics: X(r) and X(n − r + 1), without any assumption on the distribution.
 *
 * r is the largest rank with P(B ≤ r − 1) ≤ α/2, where B is binomial(n, ½), or, when the population's size `N` is given,
 * hypergeometric: the drawn units among the lower half. Conservative, more so with ties and rounded answers.
 * R: `sort(x)[c(qbinom(.025, n, .5), ...)]`, e.g. `DescTools::MedianCI(x, method = "exact")`; with N: `phyper(r - 1, N/2, N/2, n)`.
 * Missing values are left out. Undefined when no rank reaches the level (fewer than 6 values at 95 % without `N`).
 * @example
 * medianInterval({ values: [1, 2, 3, 4, 5, 6, 7, 8, 9] }) // → { low: 2, high: 8, ranks: [2, 8], coverage: 0.9609375 }
 * medianInterval({ values: [3, 1, 2], N: 3 }) // → { low: 2, high: 2, ranks: [2, 2], coverage: 1 }
 * medianInterval({ values: [1, 2, 3] }) // → undefined
 */
export function medianInterval({
  values,
  N,
  level = 0.95
}: {
  values: readonly Maybe<number>[];
  N?: number;
  level?: number;
}): MedianInterval | undefined {
  const sorted = sortedPresent(values);
  const n = sorted.length;
  requireCounts({ count: n, n, N });
  const tail = tailOf(level);
  // An odd population has its median on one unit, which counts with the half that is looked at.
  const below = (rank: number): number =>
    N === undefined || N === Infinity
      ? binomialCdf(rank - 1, n, 0.5)
      : hypergeometricCdf(rank - 1, { N, K: Math.ceil(N / 2), n });
  let r = 0;
  while (r < Math.ceil(n / 2) && below(r + 1) <= tail) r += 1;
  if (r === 0) return undefined;
  const ranks: [number, number] = [r, n - r + 1];
  return { low: sorted[r - 1]!, high: sorted[n - r]!, ranks, coverage: 1 - 2 * below(r) };
}
