/**
 * Residuals of `y` on the columns of `auxiliaries`, by least squares weighted with `weights` (≥ 0). In y's unit.
 *
 * Columns that depend on the others are passed over, so that overlapping margins need no reference category.
 * R: `lm.wfit(auxiliaries, y, weights)$residuals`.
 * @example
 * residualsOn({ y: [1, 3, 5], auxiliaries: [[1], [1], [1]], weights: [1, 1, 2] }) // → [-2.5, -0.5, 1.5]
 */
export function residualsOn({
  y,
  auxiliaries,
  weights
}: {
  y: readonly number[];
  auxiliaries: readonly (readonly number[])[];
  weights: readonly number[];
}): number[] {
  const residual = [...y];
  for (const direction of orthonormalColumns(auxiliaries, weights)) subtractProjection(residual, direction, weights);
  return residual;
}

/** Gram and Schmidt in the metric of the weights, each column projected twice against rounding. */
function orthonormalColumns(rows: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const basis: number[][] = [];
  const columns = rows[0]?.length ?? 0;
  for (let j = 0; j < columns; j++) {
    const column = rows.map((row) => row[j]!);
    const before = Math.sqrt(inner(column, column, weights));
    for (const pass of [1, 2]) for (const direction of basis) if (pass) subtractProjection(column, direction, weights);
    const after = Math.sqrt(inner(column, column, weights));
    // What is left of a dependent column is rounding: it must not become a direction.
    if (after > 1e-9 * before) basis.push(column.map((value) => value / after));
  }
  return basis;
}

function subtractProjection(vector: number[], direction: readonly number[], weights: readonly number[]): void {
  const length = inner(vector, direction, weights);
  for (let i = 0; i < vector.length; i++) vector[i]! -= length * direction[i]!;
}

function inner(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += weights[i]! * a[i]! * b[i]!;
  return sum;
}
