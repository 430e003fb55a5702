/**
 * One solution of A·x = b for a symmetric A with eigenvalues ≥ 0; unknowns that depend on others are set to 0.
 *
 * Gauss and Jordan with the largest remaining diagonal as pivot. R: `MASS::ginv(A) %*% b` up to the free directions.
 * @example
 * solveSymmetric([[2, 0], [0, 4]], [2, 2]) // → [1, 0.5]
 * solveSymmetric([[1, 1], [1, 1]], [3, 3]) // → [3, 0]
 */
export function solveSymmetric(A: readonly (readonly number[])[], b: readonly number[]): number[] {
  const size = b.length;
  const rows = A.map((row, i) => [...row, b[i]!]);
  const scale = Math.max(0, ...A.map((row, i) => row[i]!));
  const free = new Set(b.map((_, i) => i));
  const pivots: number[] = [];
  while (free.size > 0) {
    let pivot = -1;
    for (const i of free) if (pivot < 0 || rows[i]![i]! > rows[pivot]![pivot]!) pivot = i;
    if (rows[pivot]![pivot]! <= 1e-10 * scale) break;
    free.delete(pivot);
    pivots.push(pivot);
    const head = rows[pivot]!;
    const value = head[pivot]!;
    for (let j = 0; j <= size; j++) head[j]! /= value;
    rows.forEach((row, i) => {
      if (i === pivot) return;
      const factor = row[pivot]!;
      if (factor !== 0) for (let j = 0; j <= size; j++) row[j]! -= factor * head[j]!;
    });
  }
  return b.map((_, i) => (pivots.includes(i) ? rows[i]![size]! : 0));
}
