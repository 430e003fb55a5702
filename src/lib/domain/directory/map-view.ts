import type { Initiative } from '../census/initiative.ts';
import { SIZES, sizeClass } from './facets.ts';

/** What the map says beside where initiatives are; in the address as `vue`. The first is the default. */
export const MAP_VIEWS = ['initiatives', 'densite', 'participants', 'anciennete'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** Whether each initiative has one mark, at its seat, or one in every place it covers; in the address as `lieux`. */
export const PLACES_SHOWN = ['siege', 'tous'] as const;
export type PlacesShown = (typeof PLACES_SHOWN)[number];

/** Step of a mark's size, from the smallest; `x` when the census does not know. */
export type LensStep = 0 | 1 | 2 | 3 | 'x';

/** How much larger than its drawing a mark is, by step. Areas grow about twofold from one step to the next. */
export const LENS_SCALES: Record<LensStep, number> = { 0: 0.7, 1: 1, 2: 1.45, 3: 2.05, x: 0.5 };

/** Calendar years since the start, by step: upper ends of the first three. */
const AGE_ENDS = [1, 3, 5];

/**
 * Step of an age in calendar years: the edition's year minus the year of the start, since many starts are known by their
 * year alone. 0–1, 2–3, 4–5, 6 or more; a start after the edition counts as 0.
 */
export function ageStep(startedOn: string | undefined, year: number): LensStep {
  const start = Number(startedOn?.slice(0, 4));
  if (!Number.isInteger(start) || start === 0) return 'x';
  const at = AGE_ENDS.findIndex((end) => year - start <= end);
  return (at < 0 ? 3 : at) as LensStep;
}

/** Step of a number of participants: the classes of the directory's filter. */
export function sizeStep(count: number | undefined): LensStep {
  const at = (SIZES as readonly string[]).indexOf(sizeClass(count));
  return at < 0 ? 'x' : (at as LensStep);
}

/** How a view sizes the mark of an initiative; undefined when all marks have the same size. `year` is the edition's. */
export function lensOf(view: MapView, year: number): ((initiative: Initiative) => LensStep) | undefined {
  if (view === 'participants') return (initiative) => sizeStep(initiative.participants?.count);
  if (view === 'anciennete') return (initiative) => ageStep(initiative.startedOn, year);
  return undefined;
}
