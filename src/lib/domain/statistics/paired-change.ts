import { pairs, type WaveValues } from './wave-pairs.ts';
import { mean, type MeanEstimate } from './mean.ts';

/** Change among the units that answered both waves: mean of the differences, their spread, n = the overlap. */
export type PairedChange = MeanEstimate & { before: number; after: number };

/**
 * Mean change among the same units, with the error √((1 − n_c/N)·s_d²/n_c) and Student's interval. In the values' unit.
 *
 * `N` is the population to which the overlap belongs; leave it out for an infinite one. It tells what the same caisses
 * became, not how the level moved: entries and exits are left out (`entriesAndExits`).
 * R: `t.test(after, before, paired = TRUE)`, with the finite population correction. Undefined without any pair.
 * @example
 * pairedChange({ first: new Map([['a', 1], ['b', 2], ['c', 9]]), second: new Map([['a', 2], ['b', 5]]) }).estimate // → 2
 * pairedChange({ first: new Map([['a', 1]]), second: new Map([['b', 5]]) }) // → undefined
 */
export function pairedChange({
  first,
  second,
  N,
  level = 0.95
}: {
  first: WaveValues;
  second: WaveValues;
  N?: number;
  level?: number;
}): PairedChange | undefined {
  const { before, after } = pairs(first, second);
  const differences = mean({ values: after.map((value, i) => value - before[i]!), N, level });
  const start = mean({ values: before });
  const end = mean({ values: after });
  return differences && start && end && { ...differences, before: start.estimate, after: end.estimate };
}
