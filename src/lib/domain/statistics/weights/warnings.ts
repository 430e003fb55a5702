import { countBy } from '../design/design.ts';
import { kish } from './kish.ts';
import { emptyCategories, type Margin } from './margins.ts';

/** Fewest respondents of a margin's label under which weighting adds noise and its errors are falsely small. */
export const SMALLEST_CELL = 5;
/** Share of the sample under which the effective size must be said. */
export const SMALLEST_EFFICIENCY = 0.7;

/** What to tell before weighted results are read. */
export type WeightWarning =
  | { code: 'empty_cell'; margin: string; category: string }
  | { code: 'small_cell'; margin: string; category: string; n: number }
  | { code: 'low_effective_size'; n: number; effectiveSize: number }
  | { code: 'negative_weight'; lowest: number };

/**
 * Reasons to distrust weights: a label nobody has, a label with fewer than 5 respondents, an effective size under 0.7·n,
 * a negative weight. Empty when there is none.
 * @example
 * weightWarnings({ weights: [1, 1], margins: [{ name: 'type', categories: ['a', 'a'], totals: { a: 2 } }] }) // → [{ code: 'small_cell', margin: 'type', category: 'a', n: 2 }]
 * weightWarnings({ weights: [1, 9] }) // → [{ code: 'low_effective_size', n: 2, effectiveSize: 1.219512 }]
 */
export function weightWarnings({
  weights,
  margins = []
}: {
  weights: readonly number[];
  margins?: readonly Margin[];
}): WeightWarning[] {
  const warnings: WeightWarning[] = [];
  for (const margin of margins) {
    for (const category of emptyCategories(margin)) warnings.push({ code: 'empty_cell', margin: margin.name, category });
    for (const [category, n] of countBy(margin.categories))
      if (n < SMALLEST_CELL) warnings.push({ code: 'small_cell', margin: margin.name, category, n });
  }
  const n = weights.filter((weight) => weight !== 0).length;
  const effect = kish(weights);
  if (effect && effect.effectiveSize < SMALLEST_EFFICIENCY * n)
    warnings.push({ code: 'low_effective_size', n, effectiveSize: effect.effectiveSize });
  const lowest = Math.min(0, ...weights);
  if (lowest < 0) warnings.push({ code: 'negative_weight', lowest });
  return warnings;
}
