import { neighbors } from 'topojson-client';
import { nearest, type Position } from '#lib/domain/directory/distance.ts';
import { parseTerritoryId, regionId } from '#lib/domain/geography/territory-id.ts';
import type { Commune, Territory } from '#lib/domain/geography/types.ts';
import { franceTopology } from './boundaries.ts';
import { gazetteer } from './gazetteer.ts';

let loaded: Map<string, Territory> | undefined;

/** Adds a commune to one of the territories that hold it, creating it on first sight. */
function add(all: Map<string, Territory>, commune: Commune, id: string, fresh: Omit<Territory, 'id' | 'population' | 'communes'>): void {
  const territory = all.get(id) ?? { id, ...fresh, population: 0, communes: 0 };
  territory.population += commune.population ?? 0;
  territory.communes += 1;
  for (const parent of fresh.parents) if (!territory.parents.includes(parent)) territory.parents.push(parent);
  all.set(id, territory);
}

/** Every région, département and EPCI by its address (see `territory-id.ts`), populations summed from the communes. */
export function territories(): Map<string, Territory> {
  if (loaded) return loaded;
  const { communes, departements, regions, epcis } = gazetteer();
  const all = new Map<string, Territory>();
  for (const commune of communes.values()) {
    const region = regionId(commune.region);
    add(all, commune, region, { level: 'region', code: commune.region, name: regions.get(commune.region)?.name ?? commune.region, parents: [] });
    add(all, commune, commune.departement, {
      level: 'departement',
      code: commune.departement,
      name: departements.get(commune.departement)?.name ?? commune.departement,
      parents: [region]
    });
    if (commune.epci) {
      const name = epcis.get(commune.epci)?.name ?? commune.epci;
      add(all, commune, commune.epci, { level: 'epci', code: commune.epci, name, parents: [region, commune.departement] });
    }
  }
  loaded = all;
  return all;
}

/** The territory of an address, or undefined when there is none. */
export function findTerritory(id: string): Territory | undefined {
  return parseTerritoryId(id) && territories().get(id);
}

/** Régions in alphabetical order, in French. */
export function listRegions(): Territory[] {
  return [...territories().values()].filter((row) => row.level === 'region').sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Départements in the order of their codes; of one région when its code is given. */
export function listDepartements(region?: string): Territory[] {
  return [...territories().values()]
    .filter((row) => row.level === 'departement' && (region === undefined || row.parents.includes(regionId(region))))
    .sort((a, b) => a.code.localeCompare(b.code));
}

/** EPCI that have at least one commune in the département or région of this address, in alphabetical order. */
export function listEpcis(parent: string): Territory[] {
  return [...territories().values()]
    .filter((row) => row.level === 'epci' && row.parents.includes(parent))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Communes of an EPCI, most inhabitants first. */
export function communesOf(epci: string): Commune[] {
  return [...gazetteer().communes.values()].filter((commune) => commune.epci === epci).sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
}

let centres: Map<string, Position> | undefined;

/** Where the inhabitants of each EPCI are on average. */
function epciCentres(): Map<string, Position> {
  if (centres) return centres;
  const sums = new Map<string, { weight: number; latitude: number; longitude: number }>();
  for (const { epci, population, latitude, longitude } of gazetteer().communes.values()) {
    if (!epci) continue;
    const weight = Math.max(1, population ?? 0);
    const sum = sums.get(epci) ?? { weight: 0, latitude: 0, longitude: 0 };
    sums.set(epci, { weight: sum.weight + weight, latitude: sum.latitude + weight * latitude, longitude: sum.longitude + weight * longitude });
  }
  centres = new Map([...sums].map(([code, { weight, latitude, longitude }]) => [code, { latitude: latitude / weight, longitude: longitude / weight }]));
  return centres;
}

/** The EPCI whose inhabitants are nearest on average, nearest first: outlines, and so borders, are not at hand. */
export function nearestEpcis(code: string, limit: number): Territory[] {
  const from = epciCentres().get(code);
  if (!from) return [];
  const others = [...epciCentres()].filter(([other]) => other !== code);
  return nearest(others, ([, centre]) => [centre], [from], limit).flatMap(({ thing: [other] }) => findTerritory(other) ?? []);
}

/** Territories of the same level that share a border. Empty for an EPCI (no outline is at hand) and for islands. */
export function neighboursOf(territory: Territory): Territory[] {
  if (territory.level === 'epci') return [];
  const { geometries } = franceTopology().objects[territory.level === 'region' ? 'regions' : 'departements'];
  const at = geometries.findIndex((geometry) => geometry.id === territory.code);
  return (neighbors(geometries)[at] ?? []).flatMap((index) => {
    const code = String(geometries[index]?.id ?? '');
    return findTerritory(territory.level === 'region' ? regionId(code) : code) ?? [];
  });
}
