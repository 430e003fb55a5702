/** Up to this many parts, every union of parts is tried; beyond, only what one shown sum leaves of another. */
const PARTS = 12;

/**
 * Unions of parts whose sum a reader can make by adding and subtracting the sums shown, each as the indices of its parts. `sums` are the parts that each shown
 * sum covers. All of them for a dozen parts, by trying every union against what the sums span; for more, the differences of sums that contain one another.
 */
export function solvableUnions(parts: number, sums: readonly (readonly number[])[]): number[][] {
  const distinct = [...new Map(sums.map((sum) => [sum.join(' '), sum])).values()].filter((sum) => sum.length > 0);
  return parts <= PARTS ? spanned(parts, distinct) : differences(distinct);
}

function spanned(parts: number, sums: readonly (readonly number[])[]): number[][] {
  const basis: { row: number[]; pivot: number }[] = [];
  const reduce = (row: number[]): number[] => {
    for (const { row: base, pivot } of basis) {
      const factor = row[pivot] ?? 0;
      if (Math.abs(factor) > 1e-9) for (let at = 0; at < parts; at++) row[at] = (row[at] ?? 0) - factor * (base[at] ?? 0);
    }
    return row;
  };
  for (const sum of sums) {
    const row = reduce(Array.from({ length: parts }, (_, at) => (sum.includes(at) ? 1 : 0)));
    const pivot = row.findIndex((value) => Math.abs(value) > 1e-9);
    if (pivot < 0) continue;
    const lead = row[pivot] as number;
    basis.push({ row: row.map((value) => value / lead), pivot });
  }
  const found: number[][] = [];
  for (let mask = 1; mask < 1 << parts; mask++) {
    const union = Array.from({ length: parts }, (_, at) => at).filter((at) => mask & (1 << at));
    const left = reduce(Array.from({ length: parts }, (_, at) => (mask & (1 << at) ? 1 : 0)));
    if (left.every((value) => Math.abs(value) < 1e-9)) found.push(union);
  }
  return found;
}

function differences(sums: readonly (readonly number[])[]): number[][] {
  const sets = sums.map((sum) => new Set(sum));
  return sets.flatMap((outer) => sets.flatMap((inner) => (inner.size < outer.size && [...inner].every((part) => outer.has(part)) ? [[...outer].filter((part) => !inner.has(part))] : [])));
}
