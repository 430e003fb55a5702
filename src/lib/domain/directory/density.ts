import { quantileSorted } from 'd3-array';

/** Class of a territory on the map of densities: none at all (0), 1 (lowest) and up, or `x` when there is no rate to give. */
export type DensityClass = number | 'x';

/** Two significant digits, so that a legend can be read. */
const readable = (value: number): number => Number(value.toPrecision(2));

/**
 * Upper ends of the classes but the last: quartiles of the rates above zero, rounded to two significant digits, each once.
 * Quantiles are R's type 7. Made from the whole edition, so that a colour means the same whatever is filtered.
 * Empty when no rate is above zero.
 */
export function densityBreaks(rates: readonly (number | undefined)[]): number[] {
  const positive = rates.filter((rate): rate is number => rate !== undefined && rate > 0).sort((a, b) => a - b);
  const quartiles = [0.25, 0.5, 0.75].map((share) => quantileSorted(positive, share));
  return [...new Set(quartiles.flatMap((value) => (value === undefined ? [] : readable(value))))];
}

/** Class of a rate per 100,000 inhabitants; a rate on a break belongs to the class below it. */
export function densityClass(rate: number | undefined, breaks: readonly number[]): DensityClass {
  if (rate === undefined) return 'x';
  if (rate === 0) return 0;
  const at = breaks.findIndex((end) => rate <= end);
  return 1 + (at < 0 ? breaks.length : at);
}
