import { DomainError } from '../errors.ts';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdfOf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquareQuantileOf from '@stdlib/stats-base-dists-chisquare-quantile';
import hypergeometricCdfOf from '@stdlib/stats-base-dists-hypergeometric-cdf';
import normalCdfOf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import studentQuantileOf from '@stdlib/stats-base-dists-t-quantile';

// The only module that knows which library gives the distributions.

/** Quantile of the standard normal law. R: `qnorm(p)`. */
export function normalQuantile(p: number): number {
  return normalQuantileOf(p, 0, 1);
}

/** P(Z ≤ z) of the standard normal law. R: `pnorm(z)`. */
export function normalCdf(z: number): number {
  return normalCdfOf(z, 0, 1);
}

/** Quantile of Student's law; `df` may be Infinity (normal law). R: `qt(p, df)`. */
export function studentQuantile(p: number, df: number): number {
  return df === Infinity ? normalQuantile(p) : studentQuantileOf(p, df);
}

/** Quantile of the chi-squared law. R: `qchisq(p, df)`. */
export function chiSquareQuantile(p: number, df: number): number {
  return chiSquareQuantileOf(p, df);
}

/** Quantile of the beta law. `a` = 0 gives 0 and `b` = 0 gives 1, the limits that exact intervals need. R: `qbeta(p, a, b)`. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (a <= 0) return 0;
  if (b <= 0) return 1;
  return betaQuantileOf(p, a, b);
}

/** P(X ≤ k) for X binomial(n, p). R: `pbinom(k, n, p)`. */
export function binomialCdf(k: number, n: number, p: number): number {
  return k < 0 ? 0 : binomialCdfOf(k, n, p);
}

/** P(X ≤ k), X the marked units among `n` drawn from `N` of which `K` are marked. R: `phyper(k, K, N - K, n)`. */
export function hypergeometricCdf(k: number, { N, K, n }: { N: number; K: number; n: number }): number {
  // Outside the support the answer needs no sum, and the library's rounding could turn 1 into 0.9999….
  if (k < Math.max(0, n + K - N)) return 0;
  if (k >= Math.min(n, K)) return 1;
  return hypergeometricCdfOf(k, N, K, n);
}

/** Tail on each side of a two-sided interval of confidence `level`. Throws `impossible_value` outside (0, 1). */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new DomainError('impossible_value', { what: 'level', value: level });
  return (1 - level) / 2;
}
