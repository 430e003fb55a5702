import prefectures from '@etalab/decoupage-administratif/data/departements.json' with { type: 'json' };
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { findCommune, gazetteer } from './gazetteer.ts';
import { nationalPaths } from './land.ts';

/** A name of the map: where it stands in the national picture, tenths of a unit, and its rank (`region`, `prefecture`, `town`). */
export type MapName = [name: string, x: number, y: number, rank: 'region' | 'prefecture' | 'town'];

/** Largest communes of each département that are named beside its prefecture. */
const TOWNS = 3;

let names: MapName[] | undefined;

/** Names that appear as the map grows: régions of the mainland, prefectures, the next largest communes of each département. */
export function mapNames(): MapName[] {
  names ??= [...regionNames(), ...townNames()].map(([name, ...rest]) => [name.replaceAll("'", '’'), ...rest]);
  return names;
}

function regionNames(): MapName[] {
  const { regions, insets } = nationalPaths();
  return regions
    .filter(({ label: [, y] }) => insets.every((inset) => y < inset.y))
    .map(({ name, label: [x, y] }) => [name, Math.round(x * 10), Math.round(y * 10), 'region']);
}

function townNames(): MapName[] {
  const chief = new Set(prefectures.flatMap(({ chefLieu }) => findCommune(chefLieu)?.code ?? []));
  const { project } = nationalProjection();
  const largest = [...gazetteer().communes.values()].sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  const taken = new Map<string, number>();
  return largest.flatMap(({ code, name, departement, longitude, latitude }): MapName[] => {
    const rank = chief.has(code) ? 'prefecture' : 'town';
    const before = taken.get(departement) ?? 0;
    if (rank === 'town' && before >= TOWNS) return [];
    const at = project(longitude, latitude);
    if (!at) return [];
    if (rank === 'town') taken.set(departement, before + 1);
    return [[name, Math.round(at[0] * 10), Math.round(at[1] * 10), rank]];
  });
}
