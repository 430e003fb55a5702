import { normalQuantile, studentQuantile, tailOf } from './distributions.ts';

/** Two bounds, both included. The unit is the estimate's own unless the function says otherwise. */
export type Interval = { low: number; high: number };

/** An estimate and its standard error, in the same unit. The error is undefined when the sample cannot tell it (one unit drawn from several). */
export type Estimate = { estimate: number; standardError: number | undefined };

/**
 * Symmetric interval around an estimate, with Student's law (`df` given) or the normal law (no `df`).
 *
 * R: `confint(svymean(...), level, df = df)`. Not clamped: near 0 and 1 a proportion's bounds may leave [0, 1].
 * Undefined when the standard error is, or when `df` < 1.
 * @example
 * estimateInterval({ estimate: 10, standardError: 2 }) // → { low: 6.080072, high: 13.919928 }
 * estimateInterval({ estimate: 10, standardError: 2, df: 9 }) // → { low: 5.475686, high: 14.524314 }
 * estimateInterval({ estimate: 10, standardError: undefined }) // → undefined
 */
export function estimateInterval({
  estimate,
  standardError,
  df = Infinity,
  level = 0.95
}: Estimate & { df?: number; level?: number }): Interval | undefined {
  const tail = tailOf(level);
  if (standardError === undefined || !(df > 0)) return undefined;
  const critical = df === Infinity ? normalQuantile(1 - tail) : studentQuantile(1 - tail, df);
  return { low: estimate - critical * standardError, high: estimate + critical * standardError };
}
