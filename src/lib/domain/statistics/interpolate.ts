/**
 * Linear interpolation of `y` over an increasing `x`; undefined outside. R: `approx(x, y, xout = at)$y`.
 * @example
 * interpolate([0, 10], [100, 200], 2.5) // → 125
 * interpolate([0, 10], [100, 200], 11) // → undefined
 */
export function interpolate(x: readonly number[], y: readonly number[], at: number): number | undefined {
  const after = x.findIndex((value) => value >= at);
  if (after === -1 || (after === 0 && x[0] !== at)) return undefined;
  if (after === 0) return y[0];
  const weight = (at - x[after - 1]!) / (x[after]! - x[after - 1]!);
  return y[after - 1]! + weight * (y[after]! - y[after - 1]!);
}
