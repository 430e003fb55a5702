import { OutOfWork, Work } from '../work.ts';

const NEAR = 1e-9;
/** Enough for some fifteen independent sums over a hundred parts. */
const STEPS = 2e7;

/**
 * Unions of parts whose sum a reader can make by adding and subtracting the sums shown, each as the indices of its parts. `sums` are the parts that each shown
 * sum covers. All of them, unless `work` ends before: `givenUp` is told, and they are what was found until there, and what every shown sum leaves of another.
 *
 * A union that can be made takes, of each independent sum in reduced form, all or nothing of its own part: so as many choices are tried as there are
 * independent sums, however many parts there are, and a choice is left as soon as some part could not be whole any more.
 */
export function solvableUnions(parts: number, sums: readonly (readonly number[])[], work = new Work(STEPS), givenUp: () => void = () => undefined): number[][] {
  const distinct = [...new Map(sums.map((sum) => [sum.join(' '), sum])).values()].filter((sum) => sum.length > 0);
  const found = new Map<string, number[]>();
  try {
    spanned(parts, distinct, work, (union) => found.set(union.join(' '), union));
  } catch (failure) {
    if (!(failure instanceof OutOfWork)) throw failure;
    givenUp();
    for (const union of differences(distinct)) found.set(union.join(' '), union);
  }
  return inOrder(found);
}

/** As the binary numbers that they are, from the lowest: the part with the highest index weighs most. */
function inOrder(found: ReadonlyMap<string, number[]>): number[][] {
  return [...found.values()].sort((a, b) => {
    for (let at = 1; at <= Math.min(a.length, b.length); at++) {
      const apart = (a.at(-at) as number) - (b.at(-at) as number);
      if (apart !== 0) return apart;
    }
    return a.length - b.length;
  });
}

/** Sums that say the same as those given, each with a part that no other has. */
function reduced(parts: number, sums: readonly (readonly number[])[], work: Work): { row: number[]; pivot: number }[] {
  const basis: { row: number[]; pivot: number }[] = [];
  const subtract = (row: number[], base: readonly number[], factor: number): void => {
    work.spend(parts);
    for (let at = 0; at < parts; at++) row[at] = (row[at] ?? 0) - factor * (base[at] ?? 0);
  };
  for (const sum of sums) {
    const covered = new Set(sum);
    const row = Array.from({ length: parts }, (_, at) => (covered.has(at) ? 1 : 0));
    for (const { row: base, pivot } of basis) if (Math.abs(row[pivot] ?? 0) > NEAR) subtract(row, base, row[pivot] as number);
    const pivot = row.findIndex((value) => Math.abs(value) > NEAR);
    if (pivot < 0) continue;
    const lead = row[pivot] as number;
    const own = row.map((value) => value / lead);
    for (const each of basis) if (Math.abs(each.row[pivot] ?? 0) > NEAR) subtract(each.row, own, each.row[pivot] as number);
    basis.push({ row: own, pivot });
  }
  return basis;
}

function spanned(parts: number, sums: readonly (readonly number[])[], work: Work, found: (union: number[]) => void): void {
  const rows = reduced(parts, sums, work).map(({ row }) => row);
  // What the rows that are still to be chosen can take from, or add to, each part.
  const least: Float64Array[] = [new Float64Array(parts)];
  const most: Float64Array[] = [new Float64Array(parts)];
  for (let at = rows.length - 1; at >= 0; at--) {
    least.unshift(Float64Array.from(least[0] as Float64Array, (value, part) => value + Math.min(0, rows[at]?.[part] ?? 0)));
    most.unshift(Float64Array.from(most[0] as Float64Array, (value, part) => value + Math.max(0, rows[at]?.[part] ?? 0)));
  }
  const canBeWhole = (sum: Float64Array, depth: number): boolean =>
    sum.every((value, part) => {
      const [low, high] = [value + (least[depth]?.[part] ?? 0) - NEAR, value + (most[depth]?.[part] ?? 0) + NEAR];
      return (low <= 0 && high >= 0) || (low <= 1 && high >= 1);
    });
  const choose = (sum: Float64Array, depth: number): void => {
    work.spend(2 * parts);
    if (!canBeWhole(sum, depth)) return;
    const row = rows[depth];
    if (row) {
      choose(sum, depth + 1);
      choose(Float64Array.from(sum, (value, part) => value + (row[part] ?? 0)), depth + 1);
      return;
    }
    const union = Array.from(sum, (value, part) => (Math.abs(value - 1) < NEAR ? part : -1)).filter((part) => part >= 0);
    if (union.length > 0) found(union);
  };
  choose(new Float64Array(parts), 0);
}

function differences(sums: readonly (readonly number[])[]): number[][] {
  const sets = sums.map((sum) => new Set(sum));
  return sets.flatMap((outer) => sets.flatMap((inner) => (inner.size < outer.size && [...inner].every((part) => outer.has(part)) ? [[...outer].filter((part) => !inner.has(part))] : [])));
}
