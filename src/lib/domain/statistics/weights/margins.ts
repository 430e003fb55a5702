import { requireLength } from '../checks.ts';
import { DomainError } from '../../errors.ts';

/** A classification known for the sample and for the population: a label per unit, and how many units of the population have it. */
export type Margin = { name: string; categories: readonly string[]; totals: Readonly<Record<string, number>> };

/** Throws unless each unit has a known label in each margin, and totals are ≥ 0. */
export function requireMargins(size: number, margins: readonly Margin[]): void {
  for (const { name, categories, totals } of margins) {
    requireLength(size, { [name]: categories });
    for (const category of categories)
      if (!(totals[category]! >= 0))
        throw new DomainError('impossible_value', { what: `${name}.${category}`, value: String(totals[category]) });
  }
}

/** Labels that the population has and the sample has not: no weighting can stand for them. */
export function emptyCategories({ categories, totals }: Margin): string[] {
  const present = new Set(categories);
  return Object.keys(totals).filter((category) => totals[category]! > 0 && !present.has(category));
}

/** One 0/1 column per label of each margin, one row per unit: the auxiliary variables of a calibration on margins. */
export function indicatorRows(margins: readonly Margin[]): number[][] {
  const columns = margins.flatMap(({ categories }) =>
    [...new Set(categories)].map((label) => categories.map((category) => (category === label ? 1 : 0)))
  );
  return (margins[0]?.categories ?? []).map((_, unit) => columns.map((column) => column[unit]!));
}
