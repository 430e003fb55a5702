import type { Initiative } from '#lib/domain/census/initiative.ts';
import { ratePer100k, type Rate } from '#lib/domain/directory/rate.ts';
import type { Territory } from '#lib/domain/geography/types.ts';
import { listRegions } from '../geography/territories.ts';

/** A territory in a table: its initiatives (all kinds, and caisses alone) against its inhabitants. */
export type TerritoryCount = { id: string; code: string; name: string; level: Territory['level'] | 'nation'; caisses: number; synthetic: number } & Rate;

/** True when an initiative has a place in the territory, its seat or not. */
export function isIn(initiative: Initiative, territory: Pick<Territory, 'level' | 'code'>): boolean {
  return initiative.places.some((place) => place[territory.level] === territory.code);
}

/** Counts of one territory. */
export function countIn(territory: Territory, initiatives: readonly Initiative[]): TerritoryCount {
  const { id, code, name, level, population } = territory;
  const here = initiatives.filter((initiative) => isIn(initiative, territory));
  return { id, code, name, level, ...tally(here), ...ratePer100k(here.length, population) };
}

/** Counts of the 18 régions together. An initiative in several régions counts once. */
export function countNation(initiatives: readonly Initiative[]): TerritoryCount {
  const population = listRegions().reduce((sum, region) => sum + region.population, 0);
  return { id: '', code: '', name: 'France', level: 'nation', ...tally(initiatives), ...ratePer100k(initiatives.length, population) };
}

const tally = (list: readonly Initiative[]) => ({
  caisses: list.filter((initiative) => initiative.kind === 'caisse').length,
  synthetic: list.filter((initiative) => initiative.provenance === 'synthetic').length
});
