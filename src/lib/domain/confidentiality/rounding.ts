import type { Unit } from '../questionnaire/codebook.ts';

/** Steps to which single values are rounded before they are drawn or named (docs/decisions/rounding-of-single-values.md). */
export const VALUE_STEP: Record<Unit, number> = {
  eur_per_year: 5000,
  eur_since_creation: 5000,
  people: 5,
  percent: 5,
  full_time_equivalents: 0.5,
  none: 1
};

/** Shares of one caisse are drawn to the nearest twentieth. */
export const SHARE_STEPS = 20;

/** From this many values on, medians and quartiles of an open question are given to the unit. */
export const EXACT_QUANTILES_FROM = 10;

/** Medians and largest shares of a confidential question need this many values; medians are rounded to a tenth of the step. */
export const CONFIDENTIAL_MEDIAN_FROM = 5;

/** Nearest multiple of `step`, halves upwards. */
export function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
