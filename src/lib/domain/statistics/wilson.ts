import type { Interval } from './interval.ts';
import { wilsonFpc } from './wilson-fpc.ts';

/**
 * Wilson's score interval for an infinite population. Shares, 0 to 1.
 *
 * Too wide for a listed population of which a large part answered: prefer `wilsonFpc` or `hypergeometricInterval`.
 * R: `prop.test(k, n, correct = FALSE)$conf.int`. Undefined when `n` = 0.
 * @example
 * wilson({ count: 28, n: 32 }) // → { low: 0.719317, high: 0.950299 }
 */
export function wilson({ count, n, level = 0.95 }: { count: number; n: number; level?: number }): Interval | undefined {
  return wilsonFpc({ count, n, N: Infinity, level });
}
