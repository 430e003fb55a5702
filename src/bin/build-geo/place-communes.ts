import type { Precision } from '../../lib/domain/census/initiative.ts';
import type { OfficialCommune } from './official.ts';
import { meanPosition, type PopulatedPlace } from './positions.ts';

export type Placed = { latitude: number; longitude: number; precision: Precision };

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** The place that stands for a commune: the one that bears its name, else the most populated. */
function choose(commune: OfficialCommune, candidates: PopulatedPlace[]): PopulatedPlace | undefined {
  const named = candidates.filter((place) => plain(place.name) === plain(commune.nom));
  return [...(named.length > 0 ? named : candidates)].sort((a, b) => b.population - a.population)[0];
}

/** Known members of each group, by group. */
function grouped(communes: OfficialCommune[], known: Map<string, Placed>, groupsOf: (row: OfficialCommune) => string[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const row of communes) {
    const placed = known.get(row.code);
    if (placed?.precision !== 'commune') continue;
    for (const group of groupsOf(row)) groups.set(group, [...(groups.get(group) ?? []), placed]);
  }
  return groups;
}

/**
 * A position for every commune: its own in GeoNames (median error 0.9 km), else the mean of the communes that share its
 * postcode (6 km), its EPCI (14 km), its département. The precision says which.
 */
export function placeCommunes(
  communes: OfficialCommune[],
  successors: Record<string, string>,
  epciOf: Map<string, string>,
  places: Map<string, PopulatedPlace[]>
): Map<string, Placed> {
  const candidates = new Map<string, PopulatedPlace[]>();
  for (const [code, list] of places) {
    const current = successors[code] ?? code;
    candidates.set(current, [...(candidates.get(current) ?? []), ...list]);
  }
  const placed = new Map<string, Placed>();
  for (const commune of communes) {
    const place = choose(commune, candidates.get(commune.code) ?? []);
    if (place) placed.set(commune.code, { latitude: place.latitude, longitude: place.longitude, precision: 'commune' });
  }
  const fallbacks: [Precision, (row: OfficialCommune) => string[]][] = [
    ['code_postal', (row) => row.codesPostaux ?? []],
    ['epci', (row) => [epciOf.get(row.code) ?? ''].filter(Boolean)],
    ['departement', (row) => [row.departement]]
  ];
  for (const [precision, groupsOf] of fallbacks) {
    const groups = grouped(communes, placed, groupsOf);
    for (const commune of communes) {
      if (placed.has(commune.code)) continue;
      const mean = meanPosition(groupsOf(commune).flatMap((group) => groups.get(group) ?? []));
      if (mean) placed.set(commune.code, { ...mean, precision });
    }
  }
  return placed;
}
