/**
 * Solves what can be solved in a system of linear equations with more unknowns than equations.
 * Each equation is `Σ coefficient·unknown = constant`. Returns the unknowns that have exactly one possible value.
 */
export function solvable(equations: { terms: Map<string, number>; constant: number }[]): Map<string, number> {
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))];
  const rows = equations.map(({ terms, constant }) => [...names.map((name) => terms.get(name) ?? 0), constant]);
  const pivots = reduce(rows, names.length);
  const found = new Map<string, number>();
  pivots.forEach((column, rank) => {
    const row = rows[rank] ?? [];
    const alone = names.every((_, other) => other === column || Math.abs(row[other] ?? 0) < 1e-9);
    if (alone) found.set(names[column] as string, row[names.length] ?? 0);
  });
  return found;
}

/** Reduced row echelon form in place, with partial pivoting; returns the pivot column of each row in turn. */
function reduce(rows: number[][], columns: number): number[] {
  const pivots: number[] = [];
  for (let column = 0; column < columns && pivots.length < rows.length; column++) {
    const rank = pivots.length;
    let best = rank;
    for (let row = rank; row < rows.length; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    const pivot = rows[best]?.[column] ?? 0;
    if (Math.abs(pivot) < 1e-9) continue;
    const top = (rows[best] as number[]).map((value) => value / pivot);
    rows[best] = rows[rank] as number[];
    rows[rank] = top;
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index !== rank && factor !== 0) rows[index] = row.map((value, at) => value - factor * (top[at] ?? 0));
    });
    pivots.push(column);
  }
  return pivots;
}
