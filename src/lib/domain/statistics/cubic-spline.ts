/**
 * Cubic spline through points with increasing x, its ends bent like the cubics through the four first and last points
 * (Forsythe, Malcolm and Moler). R: `splinefun(x, y, method = "fmm")`. At least four points.
 * @example
 * cubicSpline([0, 1, 2, 3], [0, 1, 8, 27])(1.5) // → 3.375
 */
export function cubicSpline(x: readonly number[], y: readonly number[]): (at: number) => number {
  const n = x.length;
  const gap = (i: number): number => x[i + 1]! - x[i]!;
  const slope = (i: number): number => (y[i + 1]! - y[i]!) / gap(i);
  /** Third divided difference of the four points from i: the cubic term of the curve through them. */
  const third = (i: number): number =>
    ((slope(i + 2) - slope(i + 1)) / (x[i + 3]! - x[i + 1]!) - (slope(i + 1) - slope(i)) / (x[i + 2]! - x[i]!)) /
    (x[i + 3]! - x[i]!);
  // Tridiagonal system for a sixth of the second derivatives.
  const diagonal = x.map((_, i) => (i === 0 ? -gap(0) : i === n - 1 ? -gap(n - 2) : 2 * (gap(i - 1) + gap(i))));
  const bend = x.map((_, i) =>
    i === 0 ? third(0) * gap(0) ** 2 : i === n - 1 ? -third(n - 4) * gap(n - 2) ** 2 : slope(i) - slope(i - 1)
  );
  for (let i = 1; i < n; i++) {
    const factor = gap(i - 1) / diagonal[i - 1]!;
    diagonal[i]! -= factor * gap(i - 1);
    bend[i]! -= factor * bend[i - 1]!;
  }
  for (let i = n - 1; i >= 0; i--) bend[i] = (bend[i]! - (i < n - 1 ? gap(i) * bend[i + 1]! : 0)) / diagonal[i]!;
  return (at) => {
    let i = 0;
    while (i < n - 2 && x[i + 1]! <= at) i += 1;
    const step = at - x[i]!;
    const linear = slope(i) - gap(i) * (bend[i + 1]! + 2 * bend[i]!);
    return y[i]! + step * (linear + step * (3 * bend[i]! + (step * (bend[i + 1]! - bend[i]!)) / gap(i)));
  };
}
