import { DomainError } from '../errors.ts';

/**
 * A value rounded to the nearest multiple of `base`, halves up. In the value's unit.
 *
 * Conventional rounding, for reading: not a protection of small counts (Handbook on Statistical Disclosure Control, 5.5),
 * and rounded parts no longer add up. R: `base * floor(x / base + 0.5)`. Throws `impossible_value` unless `base` > 0.
 * @example
 * roundToBase(12, 5) // → 10
 * roundToBase(7.5, 5) // → 10
 */
export function roundToBase(value: number, base: number): number {
  if (!(base > 0)) throw new DomainError('impossible_value', { what: 'base', value: base });
  return base * Math.floor(value / base + 0.5);
}
