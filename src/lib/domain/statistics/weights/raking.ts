import { designSize, type Design } from '../design/design.ts';
import { emptyCategories, indicatorRows, requireMargins, type Margin } from './margins.ts';
import { scaleToMargin } from './post-stratification.ts';

/** A raked design, and how the iterations went. */
export type Raking = { design: Design; converged: boolean; iterations: number };

/**
 * Raking ratio (calage sur marges): weights scaled to each margin in turn until all of them hold.
 *
 * Keeps the starting weights' structure, and positive weights positive. `tolerance` is the largest relative gap to a
 * margin that is accepted. The variance uses the residuals on the margins, fitted with the starting weights (Deville,
 * Särndal and Sautory 1993); `residuals: 'equal'` fits them unweighted, as R's `survey` 4.1-1 does (the same thing when
 * the starting weights are equal). R: `rake(design, margins, totals, control = list(epsilon = 1e-9))`.
 * Undefined when a label of the population has no respondent. `converged` is false when margins contradict each other.
 * @example
 * rake({ design: { weights: [1, 1, 1] }, margins: [{ name: 'm', categories: ['a', 'a', 'b'], totals: { a: 4, b: 5 } }] }).design.weights // → [2, 2, 5]
 */
export function rake({
  design,
  margins,
  tolerance = 1e-10,
  maxIterations = 1000,
  residuals = 'starting'
}: {
  design: Design;
  margins: readonly Margin[];
  tolerance?: number;
  maxIterations?: number;
  residuals?: 'starting' | 'equal';
}): Raking | undefined {
  const size = designSize(design);
  requireMargins(size, margins);
  if (size === 0 || margins.length === 0 || margins.some((margin) => emptyCategories(margin).length > 0)) return undefined;
  let weights: readonly number[] = design.weights;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maxIterations) {
    for (const margin of margins) weights = scaleToMargin(weights, margin);
    iterations += 1;
    converged = margins.every((margin) => largestGap(weights, margin) <= tolerance);
  }
  const startingWeights = residuals === 'equal' ? design.weights.map(() => 1) : design.weights;
  const calibration = { startingWeights, auxiliaries: indicatorRows(margins) };
  return { design: { ...design, weights, calibration }, converged, iterations };
}

/** Largest relative gap between the weighted sums and the totals of a margin. */
export function largestGap(weights: readonly number[], { categories, totals }: Margin): number {
  const sums: Record<string, number> = {};
  weights.forEach((weight, unit) => (sums[categories[unit]!] = (sums[categories[unit]!] ?? 0) + weight));
  return Math.max(
    0,
    ...Object.entries(totals).map(([category, total]) => Math.abs((sums[category] ?? 0) - total) / Math.max(1, total))
  );
}
