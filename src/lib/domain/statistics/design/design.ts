import { requireCount, requireLength } from '../checks.ts';
import { DomainError } from '../../errors.ts';

/**
 * What a calibration knew: the weights before it and the auxiliary variables (one row per unit) that it was fitted on.
 * Variances then use the residuals on these variables.
 */
export type Calibration = { startingWeights: readonly number[]; auxiliaries: readonly (readonly number[])[] };

/**
 * How the units that answered came to be there: one row per unit, in the same order as the values.
 *
 * - `weights`: units of the population that each one stands for (after calibration, when there is one)
 * - `strata`, `clusters`: labels; without clusters each unit is its own
 * - `populationSizes`: clusters of the unit's stratum in the population; without it no finite population correction
 * - `lonely`: a stratum with one cluster out of several has no variance of its own. `fail` (default) makes the error
 *   undefined, `certainty` counts it for nothing, `adjust` centres it on the population, `average` gives it the mean of
 *   the other strata. R: `options(survey.lonely.psu = )`
 * - `calibration`: the last one only; calibrating twice keeps the weights of both and the variance of the second
 *
 * R: `svydesign(ids = , strata = , weights = , fpc = )`.
 */
export type Design = {
  weights: readonly number[];
  strata?: readonly string[];
  clusters?: readonly string[];
  populationSizes?: readonly number[];
  calibration?: Calibration;
  lonely?: 'fail' | 'certainty' | 'adjust' | 'average';
};

/**
 * Simple random sample of `n` units out of `N`: every weight is N/n. Without `N`: weights 1, infinite population.
 *
 * R: `svydesign(ids = ~1, fpc = ~N)`. Throws when n > N.
 * @example
 * simpleRandomSample({ n: 2, N: 3 }) // → { weights: [1.5, 1.5], populationSizes: [3, 3] }
 */
export function simpleRandomSample({ n, N }: { n: number; N?: number }): Design {
  requireCount(n, 'n');
  if (N === undefined || N === Infinity) return { weights: repeat(1, n) };
  requireCount(N, 'N');
  if (n > N) throw new DomainError('impossible_share', { numerator: n, base: N });
  return { weights: repeat(N / n, n), populationSizes: repeat(N, n) };
}

/**
 * Stratified simple random sample: weight N_h/n_h in stratum h, each stratum with its own finite population correction.
 *
 * R: `svydesign(ids = ~1, strata = ~h, fpc = ~N_h)`. Throws when a stratum has no known size or more units than its size.
 * @example
 * stratifiedSample({ strata: ['a', 'a', 'b'], sizes: { a: 4, b: 1 } }).weights // → [2, 2, 1]
 */
export function stratifiedSample({
  strata,
  sizes
}: {
  strata: readonly string[];
  sizes: Readonly<Record<string, number>>;
}): Design {
  const drawn = countBy(strata);
  const populationSizes = strata.map((stratum) => {
    const size = sizes[stratum];
    if (size === undefined) throw new DomainError('impossible_value', { what: `sizes.${stratum}`, value: 'undefined' });
    const n = drawn.get(stratum)!;
    if (!(size >= n)) throw new DomainError('impossible_share', { numerator: n, base: size });
    return size;
  });
  return { weights: strata.map((stratum, unit) => populationSizes[unit]! / drawn.get(stratum)!), strata, populationSizes };
}

/** Throws unless all the lists of a design have as many rows as its weights. Returns that number. */
export function designSize(design: Design): number {
  const { weights, strata, clusters, populationSizes, calibration } = design;
  requireLength(weights.length, {
    strata,
    clusters,
    populationSizes,
    startingWeights: calibration?.startingWeights,
    auxiliaries: calibration?.auxiliaries
  });
  return weights.length;
}

/** How many times each label occurs. */
export function countBy(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function repeat(value: number, times: number): number[] {
  return Array.from({ length: times }, () => value);
}
