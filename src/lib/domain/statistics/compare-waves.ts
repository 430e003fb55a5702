import { requireCounts } from './checks.ts';
import { estimateInterval, type Estimate, type Interval } from './interval.ts';
import { mean } from './mean.ts';
import { sampleCovariance } from './sample-covariance.ts';
import { pairs, type WaveValues } from './wave-pairs.ts';

/** Sizes of the population at each wave; `common` units are in both. One number: a population that did not change. */
export type WavePopulations = number | { first: number; second: number; common: number };

/** A change from the first wave to the second, in the values' unit. */
export type LevelChange = Estimate & {
  first: number;
  second: number;
  n1: number;
  n2: number;
  /** Units that answered both times. */
  overlap: number;
  /** Correlation of the two answers on the overlap; undefined with fewer than two units or without variance. */
  correlation: number | undefined;
  /** What is taken off V1 + V2, twice. */
  covariance: number;
  interval: Interval | undefined;
};

/**
 * Change of the level between two waves: mean of the second minus mean of the first, each over all who answered it.
 *
 * Var = V1 + V2 − 2·Cov with Cov = (n_c/(n1·n2) − N_c/(N1·N2))·S12 (Tam 1984; Qualité and Tillé 2008; Knottnerus and van
 * Delden 2012); without `N`: n_c/(n1·n2)·S12. S12 is ρ̂·s1·s2, ρ̂ from the overlap (`correlation`, default), or the
 * overlap's own covariance, which can exceed both variances. Normal interval. Proportions: values 0 and 1.
 * R: no ready function; `svycontrast(svyby(~y, ~wave, svydesign(ids = ~id), svymean, covmat = TRUE), ...)` is near when there
 * is no finite population (see `stackedChange`). Do not compute it across a break in series.
 * Undefined when a wave has no value; the error is undefined when a wave's variance is.
 * @example
 * levelChange({ first: new Map([['a', 1], ['b', 2], ['c', 3]]), second: new Map([['a', 2], ['b', 4], ['d', 6]]), N: 10 }).estimate // → 2
 * levelChange({ first: new Map(), second: new Map([['a', 1]]) }) // → undefined
 */
export function levelChange({
  first,
  second,
  N,
  s12 = 'correlation',
  level = 0.95
}: {
  first: WaveValues;
  second: WaveValues;
  N?: WavePopulations;
  s12?: 'correlation' | 'covariance';
  level?: number;
}): LevelChange | undefined {
  const populations = typeof N === 'number' ? { first: N, second: N, common: N } : N;
  const m1 = mean({ values: [...first.values()], N: populations?.first });
  const m2 = mean({ values: [...second.values()], N: populations?.second });
  if (!m1 || !m2) return undefined;
  const { before, after } = pairs(first, second);
  const overlap = before.length;
  if (populations) requireCounts({ count: overlap, n: populations.common, N: Math.min(populations.first, populations.second) });
  const own = sampleCovariance(before, after);
  const correlation = own?.correlation;
  const crossed =
    s12 === 'covariance' ? own?.covariance : (correlation ?? 0) * (m1.standardDeviation ?? 0) * (m2.standardDeviation ?? 0);
  const common = populations ? populations.common / (populations.first * populations.second) : 0;
  const covariance = (overlap / (m1.n * m2.n) - common) * (crossed ?? 0);
  const errors = m1.standardError === undefined || m2.standardError === undefined ? undefined : [m1.standardError, m2.standardError];
  const variance = errors && errors[0]! ** 2 + errors[1]! ** 2 - 2 * covariance;
  const change: Estimate = {
    estimate: m2.estimate - m1.estimate,
    standardError: variance === undefined ? undefined : Math.sqrt(Math.max(0, variance))
  };
  return {
    ...change,
    first: m1.estimate,
    second: m2.estimate,
    n1: m1.n,
    n2: m2.n,
    overlap,
    correlation,
    covariance,
    interval: estimateInterval({ ...change, level })
  };
}

export { entriesAndExits, type EntriesAndExits } from './entries-and-exits.ts';
export { mcnemar, moves, type McNemar } from './mcnemar.ts';
export { pairedChange, type PairedChange } from './paired-change.ts';
export { stackedChange } from './stacked-change.ts';
export { pairs, type WaveValues } from './wave-pairs.ts';
