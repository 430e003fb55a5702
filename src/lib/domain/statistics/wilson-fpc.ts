import { requireCounts } from './checks.ts';
import { chiSquareQuantile, tailOf } from './distributions.ts';
import type { Interval } from './interval.ts';

/**
 * Wilson's score interval with finite population correction (O'Neill 2021). Shares, 0 to 1.
 *
 * ψ = (N − n)/(N − 1) · χ²/(2n); centre (p + ψ)/(1 + 2ψ); half-width √(2ψp(1 − p) + ψ²)/(1 + 2ψ).
 * `N` may be Infinity (plain Wilson); a census gives p twice. R: `stat.extend::CONF.prop(alpha, x, N = N)`.
 * Undefined when `n` = 0. Throws when `count` ≤ `n` ≤ `N` does not hold.
 * @example
 * wilsonFpc({ count: 28, n: 32, N: 60 }) // → { low: 0.775391, high: 0.934184 }
 * wilsonFpc({ count: 0, n: 0, N: 60 }) // → undefined
 */
export function wilsonFpc({
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
  const chiSquare = chiSquareQuantile(1 - 2 * tailOf(level), 1);
  if (n === 0) return undefined;
  const p = count / n;
  const correction = N === Infinity ? 1 : N === n ? 0 : (N - n) / (N - 1);
  const psi = (correction * chiSquare) / (2 * n);
  const centre = (p + psi) / (1 + 2 * psi);
  const half = Math.sqrt(2 * psi * p * (1 - p) + psi * psi) / (1 + 2 * psi);
  // At 0 and n the bound is exactly 0 or 1; the subtraction alone would leave 1e-17.
  return { low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}
