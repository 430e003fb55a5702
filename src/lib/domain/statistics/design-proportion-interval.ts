import { betaQuantile, normalQuantile, studentQuantile, tailOf } from './distributions.ts';
import { estimateInterval, type Estimate, type Interval } from './interval.ts';
import { likelihoodInterval } from './likelihood-interval.ts';

/** How the interval of a weighted proportion is made, named as in R's `svyciprop`. */
export type ProportionMethod = 'logit' | 'xlogit' | 'likelihood' | 'asin' | 'beta' | 'mean';

/**
 * Interval of a proportion estimated over a design (weights, strata, calibration). Shares, 0 to 1 but for `mean`.
 *
 * - `logit`, `xlogit`: symmetric on the log-odds scale (one from a model, the other from the mean: the same numbers)
 * - `likelihood`: scaled likelihood of Rao and Scott · `asin`: symmetric on the arcsine square root scale
 * - `beta`: Clopper and Pearson with the effective size n* = p(1 − p)/V, reduced by (t(n − 1)/t(df))² (Korn and Graubard 1998)
 * - `mean`: symmetric on the share scale, may leave [0, 1]
 *
 * `n` is the number of units behind the estimate, `df` the degrees of freedom (`degreesOfFreedom`, on the domain for R's
 * `svyciprop(~y, subset(design, !is.na(y)))`). R: `svyciprop(~y, design, method, level, df)`.
 * Undefined when the error is undefined, and at 0 or 1 for all methods but `mean`: the sample tells no variance there.
 * @example
 * designProportionInterval({ estimate: 0.5, standardError: 0.1, n: 26, df: 25, method: 'mean' }) // → { low: 0.294046, high: 0.705954 }
 * designProportionInterval({ estimate: 0.5, standardError: 0.1, n: 26, df: 25, method: 'xlogit' }) // → { low: 0.3049543, high: 0.6950457 }
 * designProportionInterval({ estimate: 1, standardError: 0, n: 26, df: 25, method: 'beta' }) // → undefined
 */
export function designProportionInterval({
  estimate: p,
  standardError,
  n,
  df,
  method = 'beta',
  level = 0.95
}: Estimate & { n: number; df: number; method?: ProportionMethod; level?: number }): Interval | undefined {
  const tail = tailOf(level);
  if (standardError === undefined || !(df > 0)) return undefined;
  if (method === 'mean') return estimateInterval({ estimate: p, standardError, df, level });
  if (p <= 0 || p >= 1 || standardError === 0) return undefined;
  const critical = studentQuantile(1 - tail, df);
  const effectiveSize = (p * (1 - p)) / standardError ** 2;
  switch (method) {
    case 'logit':
    case 'xlogit': {
      const centre = Math.log(p / (1 - p));
      const half = (critical * standardError) / (p * (1 - p));
      return { low: expit(centre - half), high: expit(centre + half) };
    }
    case 'asin': {
      const centre = Math.asin(Math.sqrt(p));
      const half = (critical * standardError) / (2 * Math.sqrt(p * (1 - p)));
      // Angles beyond 0 and π/2 would fold back into the interval; R lets them.
      return { low: Math.sin(Math.max(0, centre - half)) ** 2, high: Math.sin(Math.min(Math.PI / 2, centre + half)) ** 2 };
    }
    case 'likelihood':
      return n < 2 ? undefined : likelihoodInterval({ p, standardError, n, critical });
    case 'beta': {
      const simple = n - 1 > 0 ? studentQuantile(1 - tail, n - 1) : normalQuantile(1 - tail);
      const size = effectiveSize * (simple / critical) ** 2;
      return {
        low: betaQuantile(tail, size * p, size * (1 - p) + 1),
        high: betaQuantile(1 - tail, size * p + 1, size * (1 - p))
      };
    }
  }
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
