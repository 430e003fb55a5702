import { Work } from './work.ts';

/** Σ coefficient·x[variable] = constant. */
export type LinearEquation = { terms: readonly { variable: number; coefficient: number }[]; constant: number };

/** A set of values ≥ 0 bound by equations, ready to be optimised over. */
export type LinearProgram = {
  /** Smallest value of Σ objective·x; −Infinity when there is none. */
  minimum(objective: readonly number[]): number;
};

const EPSILON = 1e-9;

/**
 * Prepares min c·x subject to the equations and x ≥ 0, by the two-phase simplex method with Bland's rule (it cannot
 * cycle). Dense: made for the hundreds of hidden cells of a publication, not for more. Undefined when no x exists. Throws `OutOfWork` when `work` does
 * not allow for its steps.
 * @example
 * linearProgram({ variables: 2, equations: [{ terms: [{ variable: 0, coefficient: 1 }, { variable: 1, coefficient: 2 }], constant: 4 }] }).minimum([-1, 0]) // → -4
 */
export function linearProgram({
  variables,
  equations,
  work = new Work()
}: {
  variables: number;
  equations: readonly LinearEquation[];
  work?: Work;
}): LinearProgram | undefined {
  // Constants are scaled to 1, so that one tolerance serves counts and euros alike.
  const scale = Math.max(1, ...equations.map(({ constant }) => Math.abs(constant)));
  const width = variables + equations.length;
  work.spend(equations.length * width);
  const rows = equations.map(({ terms, constant }, i) => {
    const row = new Float64Array(width + 1);
    const sign = constant < 0 ? -1 : 1;
    for (const { variable, coefficient } of terms) row[variable]! += sign * coefficient;
    row[variables + i] = 1;
    row[width] = (sign * constant) / scale;
    return row;
  });
  const basis = equations.map((_, i) => variables + i);
  // Phase one: the artificial variables, one per equation, must all be able to vanish.
  const artificial = new Float64Array(width + 1);
  artificial.fill(1, variables, width);
  const left = optimise(rows, basis, artificial, width, work);
  if (left > EPSILON * Math.max(1, equations.length)) return undefined;
  for (let i = rows.length - 1; i >= 0; i--) {
    if (basis[i]! < variables) continue;
    const column = rows[i]!.findIndex((value, j) => j < variables && Math.abs(value) > EPSILON);
    if (column >= 0) pivot(rows, basis, i, column, work);
    else {
      // The equation says nothing that the others do not.
      rows.splice(i, 1);
      basis.splice(i, 1);
    }
  }
  return {
    minimum(objective) {
      const cost = new Float64Array(width + 1);
      cost.set(objective.slice(0, variables));
      return optimise(rows, basis, cost, variables, work) * scale;
    }
  };
}

/** Simplex steps from a feasible basis; `allowed` columns may enter. Returns the optimum. */
function optimise(rows: Float64Array[], basis: number[], cost: Float64Array, allowed: number, work: Work): number {
  const last = cost.length - 1;
  const reduced = Float64Array.from(cost);
  rows.forEach((row, i) => subtract(reduced, row, cost[basis[i]!]!));
  for (;;) {
    let entering = -1;
    for (let j = 0; j < allowed; j++)
      if (reduced[j]! < -EPSILON) {
        entering = j;
        break;
      }
    if (entering < 0) return 0 - reduced[last]!;
    let leaving = -1;
    let best = Infinity;
    for (let i = 0; i < rows.length; i++) {
      const slope = rows[i]![entering]!;
      if (slope <= EPSILON) continue;
      const ratio = rows[i]![last]! / slope;
      if (ratio < best - 1e-12 || (ratio <= best + 1e-12 && leaving >= 0 && basis[i]! < basis[leaving]!)) {
        best = Math.min(best, ratio);
        leaving = i;
      }
    }
    if (leaving < 0) return -Infinity;
    pivot(rows, basis, leaving, entering, work);
    subtract(reduced, rows[leaving]!, reduced[entering]!);
  }
}

function pivot(rows: Float64Array[], basis: number[], leaving: number, entering: number, work: Work): void {
  const head = rows[leaving]!;
  work.spend(rows.length * head.length);
  const value = head[entering]!;
  for (let j = 0; j < head.length; j++) head[j]! /= value;
  rows.forEach((row, i) => {
    if (i !== leaving) subtract(row, head, row[entering]!);
  });
  basis[leaving] = entering;
}

function subtract(row: Float64Array, head: Float64Array, factor: number): void {
  if (factor !== 0) for (let j = 0; j < row.length; j++) row[j]! -= factor * head[j]!;
}
