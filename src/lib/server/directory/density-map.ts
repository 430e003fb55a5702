import type { Initiative } from '#lib/domain/census/initiative.ts';
import { densityBreaks, densityClass, type DensityClass } from '#lib/domain/directory/density.ts';
import { listDepartements } from '../geography/territories.ts';
import { countIn, type TerritoryCount } from './territory-counts.ts';

/** The départements with their rates and classes, and what the classes are. */
export type DensityMap = {
  rows: (TerritoryCount & { class: DensityClass })[];
  /** Upper ends of the classes but the last, initiatives per 100,000 inhabitants. */
  breaks: number[];
};

/**
 * Initiatives shown per 100,000 inhabitants, by département, in the order of their codes. An initiative counts in every
 * département where it has a place. Classes come from `all` the initiatives of the edition.
 */
export function densityMap(shown: readonly Initiative[], all: readonly Initiative[]): DensityMap {
  const departements = listDepartements();
  const breaks = densityBreaks(departements.map((departement) => countIn(departement, all).per100k));
  const rows = departements.map((departement) => {
    const count = countIn(departement, shown);
    return { ...count, class: densityClass(count.per100k, breaks) };
  });
  return { rows, breaks };
}
