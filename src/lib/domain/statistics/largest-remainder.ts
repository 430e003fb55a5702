import { requireCount } from './checks.ts';
import { DomainError } from '../errors.ts';

/**
 * Parts rounded so that they add up to `total` exactly, by the largest remainder (Hamilton). In `total`'s unit.
 *
 * The values are first scaled to the total (counts may be given as they are), rounded down, and the units left over go to
 * the largest remainders, the first one in case of a tie. `decimals` keeps that many decimals. A difference of one unit
 * from ordinary rounding is possible: say so in a note. R: no base function, `round` then `order(remainders)`.
 * Undefined for no value or a sum of 0; throws `impossible_value` for a negative value.
 * @example
 * roundToTotal([11, 11, 10], 100) // → [35, 34, 31]
 * roundToTotal([1, 1, 1], 100, 1) // → [33.4, 33.3, 33.3]
 * roundToTotal([0, 0], 100) // → undefined
 */
export function roundToTotal(values: readonly number[], total: number, decimals = 0): number[] | undefined {
  requireCount(decimals, 'decimals');
  for (const value of values)
    if (!(value >= 0 && Number.isFinite(value))) throw new DomainError('impossible_value', { what: 'part', value });
  const sum = values.reduce((a, b) => a + b, 0);
  if (sum === 0) return undefined;
  const scale = 10 ** decimals;
  const units = Math.round(total * scale);
  const exact = values.map((value) => (value * units) / sum);
  // 34.99999999999999 is 35 spoilt by the division.
  const floors = exact.map((value) => Math.floor(value + 1e-9));
  const remainders = exact.map((value, index) => value - floors[index]!);
  const order = values.map((_, index) => index).sort((a, b) => {
    const difference = remainders[b]! - remainders[a]!;
    return Math.abs(difference) > 1e-9 ? difference : a - b;
  });
  const left = units - floors.reduce((a, b) => a + b, 0);
  for (let rank = 0; rank < left; rank++) floors[order[rank]!]! += 1;
  return floors.map((value) => value / scale);
}
