import type { Maybe } from './present.ts';
import { quantile } from './quantile.ts';

/**
 * Median: the middle value, or the mean of the two middle ones (types 2 and 7 agree). In the values' unit.
 *
 * Missing values are left out. R: `median(x, na.rm = TRUE)`. Undefined without any value.
 * @example
 * median([5, 1, 3]) // → 3
 * median([1, undefined, 4]) // → 2.5
 * median([]) // → undefined
 */
export function median(values: readonly Maybe<number>[]): number | undefined {
  return quantile(values, 0.5, 7);
}
