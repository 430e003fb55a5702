import type { NumberClass } from './definition.ts';

/** Whether a number lies in a class: `min` included, `max` excluded. */
export function inClass(value: number, { min = -Infinity, max = Infinity }: NumberClass): boolean {
  return value >= min && value < max;
}
