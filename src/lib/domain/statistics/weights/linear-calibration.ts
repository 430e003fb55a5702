import { requireLength } from '../checks.ts';
import { designSize, type Design } from '../design/design.ts';
import { emptyCategories, indicatorRows, requireMargins, type Margin } from './margins.ts';
import { solveSymmetric } from './solve-symmetric.ts';

/**
 * Linear calibration (generalised regression estimator): weights d·(1 + x·λ) whose totals of `auxiliaries` are `totals`.
 *
 * Weights may become negative when the sample is far from the totals: look at them. Auxiliaries that depend on each other
 * are allowed when their totals agree. R: `calibrate(design, ~x, totals, calfun = "linear")`.
 * Undefined without any unit, or when no weights reach the totals.
 * @example
 * calibrateLinear({ design: { weights: [1, 1] }, auxiliaries: [[1, 0], [1, 2]], totals: [4, 4] }).weights // → [2, 2]
 */
export function calibrateLinear({
  design,
  auxiliaries,
  totals
}: {
  design: Design;
  auxiliaries: readonly (readonly number[])[];
  totals: readonly number[];
}): Design | undefined {
  const size = designSize(design);
  requireLength(size, { auxiliaries });
  if (size === 0) return undefined;
  const indices = totals.map((_, j) => j);
  const moments = indices.map((j) =>
    indices.map((k) => sumOver(size, (unit) => design.weights[unit]! * auxiliaries[unit]![j]! * auxiliaries[unit]![k]!))
  );
  const gaps = indices.map((j) => totals[j]! - sumOver(size, (unit) => design.weights[unit]! * auxiliaries[unit]![j]!));
  const lambda = solveSymmetric(moments, gaps);
  const weights = design.weights.map(
    (weight, unit) => weight * (1 + indices.reduce((sum, j) => sum + auxiliaries[unit]![j]! * lambda[j]!, 0))
  );
  const reached = indices.every((j) => {
    const sum = sumOver(size, (unit) => weights[unit]! * auxiliaries[unit]![j]!);
    return Math.abs(sum - totals[j]!) <= 1e-8 * (1 + Math.abs(totals[j]!));
  });
  if (!reached) return undefined;
  return { ...design, weights, calibration: { startingWeights: design.weights, auxiliaries } };
}

/**
 * Linear calibration on margins: one indicator per label. R: `calibrate(design, ~a + b, calfun = "linear")`.
 * Undefined when a label of the population has no respondent.
 * @example
 * calibrateOnMargins({ design: { weights: [1, 1, 1] }, margins: [{ name: 'm', categories: ['a', 'a', 'b'], totals: { a: 4, b: 5 } }] }).weights // → [2, 2, 5]
 */
export function calibrateOnMargins({
  design,
  margins
}: {
  design: Design;
  margins: readonly Margin[];
}): Design | undefined {
  requireMargins(designSize(design), margins);
  if (margins.some((margin) => emptyCategories(margin).length > 0)) return undefined;
  const totals = margins.flatMap(({ categories, totals }) => [...new Set(categories)].map((label) => totals[label]!));
  return calibrateLinear({ design, auxiliaries: indicatorRows(margins), totals });
}

function sumOver(size: number, term: (unit: number) => number): number {
  let sum = 0;
  for (let unit = 0; unit < size; unit++) sum += term(unit);
  return sum;
}
