import { DomainError } from '../errors.ts';
import type { Interval } from '../statistics/interval.ts';
import { linearProgram, type LinearEquation, type LinearProgram } from './solver.ts';
import type { Work } from './work.ts';

/** What binds published and hidden cells together: Σ coefficient·cell = 0. Linked tables share cells by their names. */
export type CellEquation = readonly { cell: string; coefficient: number }[];

/** Every cell with its true value, and the equations between them. */
export type AdditiveTable = { cells: ReadonlyMap<string, number>; equations: readonly CellEquation[] };

/**
 * A two-way table with its totals (last row and last column) as cells "row,column", from 0, and their equations.
 * @example
 * twoWayTable([[1, 2, 3], [4, 5, 9], [5, 7, 12]]).equations.length // → 6
 */
export function twoWayTable(rows: readonly (readonly number[])[]): AdditiveTable {
  const cells = new Map(rows.flatMap((row, i) => row.map((value, j) => [`${i},${j}`, value] as const)));
  const columns = rows[0]?.length ?? 0;
  const line = (size: number, cell: (k: number) => string): CellEquation =>
    Array.from({ length: size }, (_, k) => ({ cell: cell(k), coefficient: k === size - 1 ? -1 : 1 }));
  const equations = [
    ...rows.map((_, i) => line(columns, (j) => `${i},${j}`)),
    ...Array.from({ length: columns }, (_, j) => line(rows.length, (i) => `${i},${j}`))
  ];
  return { cells, equations };
}

/**
 * What a reader can deduce about each hidden cell from the published ones, additivity, and values being ≥ 0.
 *
 * `published` gives the value of the cells that are shown; `atMost` an upper limit of some hidden ones (a tick cannot be
 * more frequent than its base). Bounds in the cells' unit, both reached; `high` is Infinity when nothing limits it.
 * Linear programming over the hidden cells. For counts in two-way tables the bounds are integers by themselves; `integer`
 * rounds them inwards elsewhere. Throws `impossible_value` when the published cells contradict each other, `OutOfWork` when `work` is
 * not enough.
 * @example
 * feasibilityIntervals({ hidden: ['a', 'b'], published: new Map([['sum', 5]]), equations: [[{ cell: 'a', coefficient: 1 }, { cell: 'b', coefficient: 1 }, { cell: 'sum', coefficient: -1 }]] }).get('a') // → { low: 0, high: 5 }
 */
export function feasibilityIntervals({
  hidden,
  published,
  equations,
  atMost = new Map(),
  integer = false,
  only = hidden,
  work
}: {
  hidden: readonly string[];
  published: ReadonlyMap<string, number>;
  equations: readonly CellEquation[];
  atMost?: ReadonlyMap<string, number>;
  integer?: boolean;
  /** Computes these cells only. */
  only?: readonly string[];
  /** Steps allowed; without, as many as it takes. */
  work?: Work;
}): Map<string, Interval> {
  const attacker = attack({ hidden, published, equations, atMost, ...(work ? { work } : {}) });
  return new Map(only.map((cell) => [cell, integer ? inwards(attacker(cell)) : attacker(cell)]));
}

/** Prepares the deduction once, for several cells. */
export function attack({
  hidden,
  published,
  equations,
  atMost = new Map(),
  work
}: {
  hidden: readonly string[];
  published: ReadonlyMap<string, number>;
  equations: readonly CellEquation[];
  atMost?: ReadonlyMap<string, number>;
  work?: Work;
}): (cell: string) => Interval {
  const index = new Map(hidden.map((cell, i) => [cell, i]));
  const linear = equations.map((equation) => hiddenPart(equation, index, published)).filter(({ terms }) => terms.length > 0);
  let variables = hidden.length;
  for (const [cell, limit] of atMost) {
    const variable = index.get(cell);
    if (variable === undefined) continue;
    linear.push({ terms: [{ variable, coefficient: 1 }, { variable: variables++, coefficient: 1 }], constant: limit });
  }
  const program = linearProgram({ variables, equations: linear, ...(work ? { work } : {}) });
  if (!program) throw new DomainError('impossible_value', { what: 'published cells', value: hidden.join(' ') });
  return (cell) => bounds(program, index.get(cell) ?? -1, variables);
}

function bounds(program: LinearProgram, variable: number, variables: number): Interval {
  if (variable < 0) throw new DomainError('impossible_value', { what: 'hidden cell', value: variable });
  const along = (sign: number): number[] => Array.from({ length: variables }, (_, i) => (i === variable ? sign : 0));
  return { low: clean(program.minimum(along(1))), high: clean(-program.minimum(along(-1))) };
}

/** The equation among hidden cells, the published ones moved to the other side. */
function hiddenPart(equation: CellEquation, index: ReadonlyMap<string, number>, published: ReadonlyMap<string, number>): LinearEquation {
  const terms: { variable: number; coefficient: number }[] = [];
  let constant = 0;
  for (const { cell, coefficient } of equation) {
    const variable = index.get(cell);
    const value = published.get(cell);
    if (variable !== undefined) terms.push({ variable, coefficient });
    else if (value !== undefined) constant -= coefficient * value;
    else throw new DomainError('impossible_value', { what: cell, value: 'undefined' });
  }
  return { terms, constant };
}

/** Takes off what the simplex leaves after the ninth digit. */
function clean(value: number): number {
  if (!Number.isFinite(value)) return value;
  const rounded = Math.round(value);
  return Math.abs(value - rounded) <= 1e-7 * Math.max(1, Math.abs(value)) ? rounded + 0 : value;
}

function inwards({ low, high }: Interval): Interval {
  return { low: Math.ceil(low - 1e-6), high: Math.floor(high + 1e-6) };
}
