import { estimateInterval, type Interval } from './interval.ts';
import { proportion } from './proportion.ts';

/**
 * Wald's interval p ± c·SE, with finite population correction when `N` is given. Shares, not clamped to [0, 1].
 *
 * `law` chooses c: the normal law, or Student's with n − 1 degrees of freedom. Kept for comparison with other sources:
 * it misses its level near 0 and 1. R: `confint(svymean(~x, design), df = degf(design))`.
 * Undefined when `n` = 0, or `n` = 1 out of several.
 * @example
 * wald({ count: 28, n: 32, N: 60 }) // → { low: 0.795470, high: 0.954530 }
 * wald({ count: 28, n: 32, N: 60, law: 'student' }) // → { low: 0.792242, high: 0.957758 }
 */
export function wald({
  count,
  n,
  N,
  level = 0.95,
  law = 'normal'
}: {
  count: number;
  n: number;
  N?: number;
  level?: number;
  law?: 'normal' | 'student';
}): Interval | undefined {
  const estimate = proportion({ count, n, N });
  if (!estimate) return undefined;
  if (estimate.standardError === 0) return { low: estimate.estimate, high: estimate.estimate };
  return estimateInterval({ ...estimate, level, df: law === 'student' ? n - 1 : Infinity });
}
