import { DomainError } from '../errors.ts';
import { sortedPresent, type Maybe } from './present.ts';

/** Hyndman and Fan's nine definitions, numbered as in R. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

// Plotting positions p(k) = (k − a)/(n + 1 − a − b) of the continuous types.
const POSITIONS: Partial<Record<QuantileType, readonly [a: number, b: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8]
};

/**
 * Sample quantile of probability `p` (0 to 1), in the values' unit. Types 1 to 9 as R numbers them; 7 is R's and d3's.
 *
 * Missing values (undefined, null, NaN) are left out. R: `quantile(x, p, type = type, na.rm = TRUE)`.
 * Undefined without any value; throws `impossible_value` when `p` is outside [0, 1].
 * @example
 * quantile([1, 2, 3, 4], 0.25) // → 1.75
 * quantile([1, 2, 3, 4], 0.25, 2) // → 1.5
 * quantile([], 0.5) // → undefined
 */
export function quantile(values: readonly Maybe<number>[], p: number, type: QuantileType = 7): number | undefined {
  if (!(p >= 0 && p <= 1)) throw new DomainError('impossible_value', { what: 'p', value: p });
  const sorted = sortedPresent(values);
  const n = sorted.length;
  if (n === 0) return undefined;
  const at = (rank: number): number => sorted[Math.min(Math.max(rank, 1), n) - 1]!;
  // R's own tolerance: n·p that should be an integer is often one part in 1e15 away from it.
  const fuzz = 4 * Number.EPSILON;
  const ends = POSITIONS[type];
  if (ends === undefined) {
    const position = n * p - (type === 3 ? 0.5 : 0);
    const rank = Math.floor(position + fuzz);
    const beyond = position > rank + fuzz;
    if (type === 1) return at(beyond ? rank + 1 : rank);
    if (type === 2) return beyond ? at(rank + 1) : (at(rank) + at(rank + 1)) / 2;
    return at(beyond || rank % 2 !== 0 ? rank + 1 : rank);
  }
  const [a, b] = ends;
  const position = a + p * (n + 1 - a - b);
  const rank = Math.floor(position + fuzz);
  const weight = position - rank;
  if (Math.abs(weight) < fuzz) return at(rank);
  return (1 - weight) * at(rank) + weight * at(rank + 1);
}
