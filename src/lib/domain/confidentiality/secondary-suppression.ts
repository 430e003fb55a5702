import { attack, type AdditiveTable } from './feasibility.ts';
import type { Interval } from '../statistics/interval.ts';

/** When a hidden cell is well enough hidden, given what can be deduced of it. */
export type Requirement = (cell: { name: string; value: number; interval: Interval }) => boolean;

/** A reader must not be able to tell the value exactly. */
export const notExact: Requirement = ({ value, interval }) => interval.high - interval.low > 1e-9 * Math.max(1, value);

/** For a reader, the value may be `least` or more: hiding a small count must not tell that it is small. */
export function couldBeAtLeast(least: number): Requirement {
  return (cell) => notExact(cell) && cell.interval.high >= least - 1e-9;
}

/** The interval must cover value − level to value + level (never below 0); levels by cell, see `protectionLevel`. */
export function keepsProtection(levels: ReadonlyMap<string, number>): Requirement {
  return (cell) => {
    const level = levels.get(cell.name) ?? 0;
    const room = 1e-9 * Math.max(1, cell.value);
    const above = cell.interval.high >= cell.value + level - room;
    return notExact(cell) && above && cell.interval.low <= Math.max(0, cell.value - level) + room;
  };
}

/** Cells hidden to protect others. */
export type SecondarySuppression = {
  /** The pattern that was chosen: fewest cells, then smallest sum of values. */
  secondary: string[];
  /** All patterns with that many cells, when all were tried. */
  patterns: string[][];
  /** False when the table was too large to try all patterns: each cell is needed, but fewer might do. */
  exhaustive: boolean;
  /** What can be deduced of every hidden cell. */
  intervals: Map<string, Interval>;
};

/**
 * Chooses cells to hide besides the primary ones, so that every primary cell meets `requirement` against a reader who
 * knows the published cells, additivity and values ≥ 0.
 *
 * All patterns of increasing size are tried while there are at most `trials` of them; beyond, candidates are given back
 * one by one, the largest first, as long as the requirement holds. `candidates` defaults to all other cells that are not 0,
 * without those in `keep`. Undefined when hiding every candidate is not enough. The same input gives the same choice.
 * @example
 * suppressSecondary({ cells: new Map([['a', 1], ['b', 5], ['c', 7], ['sum', 13]]), equations: [[{ cell: 'a', coefficient: 1 }, { cell: 'b', coefficient: 1 }, { cell: 'c', coefficient: 1 }, { cell: 'sum', coefficient: -1 }]], primary: ['a'], keep: ['sum'] }).secondary // → ['b']
 */
export function suppressSecondary({
  cells,
  equations,
  primary,
  requirement = notExact,
  candidates,
  keep = [],
  trials = 5000
}: AdditiveTable & {
  primary: readonly string[];
  requirement?: Requirement;
  candidates?: readonly string[];
  keep?: readonly string[];
  trials?: number;
}): SecondarySuppression | undefined {
  const fixed = new Set([...primary, ...keep]);
  const valueOf = (cell: string): number => cells.get(cell) ?? 0;
  const pool = (candidates ?? [...cells.keys()].filter((cell) => valueOf(cell) !== 0)).filter((cell) => !fixed.has(cell));
  const deduce = (secondary: readonly string[]): ((cell: string) => Interval) => {
    const hidden = [...primary, ...secondary];
    const published = new Map(cells);
    for (const cell of hidden) published.delete(cell);
    return attack({ hidden, published, equations });
  };
  const holds = (secondary: readonly string[]): boolean => {
    const interval = deduce(secondary);
    return primary.every((name) => requirement({ name, value: valueOf(name), interval: interval(name) }));
  };
  const finish = (secondary: string[], patterns: string[][], exhaustive: boolean): SecondarySuppression => {
    const interval = deduce(secondary);
    return { secondary, patterns, exhaustive, intervals: new Map([...primary, ...secondary].map((cell) => [cell, interval(cell)])) };
  };
  // Hiding more never tells more: if hiding everything fails, so does every pattern.
  if (!holds(pool)) return undefined;
  const cost = (pattern: readonly string[]): number => pattern.reduce((sum, cell) => sum + valueOf(cell), 0);
  let left = trials;
  for (let size = 0; size <= pool.length; size++) {
    left -= binomial(pool.length, size);
    if (left < 0) break;
    const patterns = [...combinations(pool, size)].filter(holds);
    if (patterns.length === 0) continue;
    const chosen = patterns.reduce((best, pattern) => (cost(pattern) < cost(best) ? pattern : best));
    return finish(chosen, patterns, true);
  }
  let pattern = [...pool];
  for (const cell of [...pool].sort((a, b) => valueOf(b) - valueOf(a))) {
    const without = pattern.filter((other) => other !== cell);
    if (holds(without)) pattern = without;
  }
  return finish(pattern, [pattern], false);
}

function* combinations(pool: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= pool.length - size; i++)
    for (const rest of combinations(pool, size - 1, i + 1)) yield [pool[i]!, ...rest];
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
