import { designSize, type Design } from '../design/design.ts';
import { emptyCategories, indicatorRows, requireMargins, type Margin } from './margins.ts';

/**
 * Post-stratification: weights scaled, inside each post-stratum, so that they add up to its size in the population.
 *
 * Cross several classifications into one label first. The design that comes back carries the calibration, so that
 * variances use the residuals within post-strata. R: `postStratify(design, ~category, totals)`.
 * Undefined when a post-stratum of the population has no respondent: it must be merged with another one.
 * @example
 * postStratify({ design: { weights: [2, 2, 2] }, margin: { name: 'type', categories: ['a', 'a', 'b'], totals: { a: 3, b: 3 } } }).weights // → [1.5, 1.5, 3]
 * postStratify({ design: { weights: [2] }, margin: { name: 'type', categories: ['a'], totals: { a: 3, b: 3 } } }) // → undefined
 */
export function postStratify({ design, margin }: { design: Design; margin: Margin }): Design | undefined {
  const size = designSize(design);
  requireMargins(size, [margin]);
  if (size === 0 || emptyCategories(margin).length > 0) return undefined;
  const weights = scaleToMargin(design.weights, margin);
  return {
    ...design,
    weights,
    calibration: { startingWeights: design.weights, auxiliaries: indicatorRows([margin]) }
  };
}

/** The weights, scaled by label so that each label's sum is its total. */
export function scaleToMargin(weights: readonly number[], { categories, totals }: Margin): number[] {
  const sums: Record<string, number> = {};
  weights.forEach((weight, unit) => (sums[categories[unit]!] = (sums[categories[unit]!] ?? 0) + weight));
  return weights.map((weight, unit) => {
    const sum = sums[categories[unit]!]!;
    return sum === 0 ? 0 : (weight * totals[categories[unit]!]!) / sum;
  });
}
