import { requireLength } from './checks.ts';
import { degreesOfFreedom } from './design/degrees-of-freedom.ts';
import type { Design } from './design/design.ts';
import { designVariance } from './design/variance.ts';
import { domainMean, type DesignEstimate } from './domain-estimation.ts';
import { isPresent, type Maybe } from './present.ts';

/**
 * Change of a mean between two waves whose rows are stacked, the caisse being the cluster: the overlap counts by itself.
 *
 * One row per answer; `design.clusters` names the caisse of each row, with or without strata, weights and population sizes.
 * R: `svycontrast(svyby(~y, ~wave, svydesign(ids = ~id, weights = ~w), svymean, covmat = TRUE), c(-1, 1))`.
 * In the values' unit. Undefined when a wave has no value.
 * @example
 * stackedChange({ values: [1, 2, 2, 5], waves: ['1', '1', '2', '2'], first: '1', second: '2', design: { weights: [1, 1, 1, 1], clusters: ['a', 'b', 'a', 'b'] } }) // → { estimate: 2, standardError: 1, n: 4, df: 1 }
 */
export function stackedChange({
  values,
  waves,
  first,
  second,
  design
}: {
  values: readonly Maybe<number>[];
  waves: readonly string[];
  first: string;
  second: string;
  design: Design;
}): DesignEstimate | undefined {
  requireLength(values.length, { waves, weights: design.weights });
  const of = (wave: string): boolean[] => waves.map((label, row) => label === wave && isPresent(values[row]));
  const inFirst = of(first);
  const inSecond = of(second);
  const m1 = domainMean({ design, values, domain: inFirst });
  const m2 = domainMean({ design, values, domain: inSecond });
  if (!m1 || !m2) return undefined;
  const size = (domain: boolean[]): number => design.weights.reduce((sum, weight, row) => (domain[row] ? sum + weight : sum), 0);
  const size1 = size(inFirst);
  const size2 = size(inSecond);
  const influence = values.map((value, row) =>
    inSecond[row] ? (value! - m2.estimate) / size2 : inFirst[row] ? (m1.estimate - value!) / size1 : 0
  );
  const variance = designVariance({ design, influence });
  return {
    estimate: m2.estimate - m1.estimate,
    standardError: variance === undefined ? undefined : Math.sqrt(Math.max(0, variance)),
    n: m1.n + m2.n,
    df: degreesOfFreedom({ design })
  };
}
