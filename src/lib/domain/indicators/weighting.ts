import { SMALLEST_CELL } from '../statistics/weights/warnings.ts';
import type { Breakdown } from './definition.ts';
import { UNKNOWN } from './trait-values.ts';
import type { Traits } from './traits.ts';

/** One margin of the frame to which respondents can be weighted. */
export type Weighting = {
  margin: Breakdown;
  /** Category of each respondent. */
  categories: ReadonlyMap<string, string>;
  /** Initiatives of the frame in each category. */
  totals: Record<string, number>;
};

const OTHERS = 'others';

/**
 * Post-stratification on the lead type: the one trait that the census knows of nearly everybody and that answers also give.
 * Categories with fewer than five respondents are put together with those of unknown type; undefined when fewer than two
 * categories are left, or one of them is still that small: weights would then add noise and call it precision.
 */
export function weightingOf(traits: Traits, frame: string[], respondents: string[]): Weighting | undefined {
  const margin = 'lead_type';
  const value = (slug: string): string => traits[margin].of.get(slug) ?? UNKNOWN.code;
  const counts = countOf(respondents.map(value));
  const large = new Set([...counts].filter(([code, count]) => code !== UNKNOWN.code && count >= SMALLEST_CELL).map(([code]) => code));
  const category = (slug: string): string => (large.has(value(slug)) ? value(slug) : OTHERS);
  const totals = Object.fromEntries(countOf(frame.map(category)));
  const sampled = countOf(respondents.map(category));
  const few = Object.keys(totals).some((code) => (sampled.get(code) ?? 0) < SMALLEST_CELL);
  if (few || sampled.size < 2) return undefined;
  return { margin, categories: new Map(respondents.map((slug) => [slug, category(slug)])), totals };
}

function countOf(codes: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
