import { requireCounts } from './checks.ts';
import { hypergeometricCdf, tailOf } from './distributions.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval for how many of the `N` units of a listed population have a trait, when `count` of the `n` drawn have it.
 *
 * All K with P(X ≥ count | K) > α/2 and P(X ≤ count | K) > α/2, X hypergeometric (test inversion, both tails equal).
 * Whole units of the population, `count` to `count + N − n`; a census gives `count` twice.
 * R: `range(Filter(function(K) phyper(k-1, K, N-K, n, lower.tail=FALSE) > .025 && phyper(k, K, N-K, n) > .025, 0:N))`.
 * Undefined when nobody was drawn (`n` = 0). Throws when `count` ≤ `n` ≤ `N` does not hold.
 * It speaks of sampling only: it holds if those who answered are like the others.
 * @example
 * hypergeometricInterval({ count: 28, n: 32, N: 60 }) // → { low: 46, high: 56 }
 * hypergeometricInterval({ count: 40, n: 60, N: 60 }) // → { low: 40, high: 40 }
 * hypergeometricInterval({ count: 0, n: 0, N: 60 }) // → undefined
 */
export function hypergeometricInterval({
  count,
  n,
  N,
  level = 0.95
}: {
  count: number;
  n: number;
  N: number;
  level?: number;
}): Interval | undefined {
  requireCounts({ count, n, N });
  const tail = tailOf(level);
  if (n === 0) return undefined;
  const atLeast = (K: number): number => 1 - hypergeometricCdf(count - 1, { N, K, n });
  const atMost = (K: number): number => hypergeometricCdf(count, { N, K, n });
  // `atLeast` grows with K and `atMost` falls, so that each bound is found by halving.
  const low = firstTrue(count, count + N - n, (K) => atLeast(K) > tail);
  const high = firstTrue(count, count + N - n, (K) => atMost(K) <= tail) - 1;
  return { low, high };
}

/** Smallest integer of [from, to] where a condition that stays true once it is holds; `to + 1` when it never does. */
function firstTrue(from: number, to: number, holds: (K: number) => boolean): number {
  let low = from;
  let high = to + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
