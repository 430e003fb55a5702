import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** One row of `communes.json` of @etalab/decoupage-administratif, in its own words. */
export type OfficialCommune = {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  zone: 'metro' | 'drom' | 'com';
  departement: string;
  region: string;
  arrondissement?: string;
  /** Current commune of a merged one. */
  chefLieu?: string;
  /** Current commune of a municipal arrondissement. */
  commune?: string;
  anciensCodes?: string[];
  codesPostaux?: string[];
  population?: number;
};

export type OfficialDepartement = { code: string; nom: string; region: string; zone: 'metro' | 'drom' | 'com' };
export type OfficialRegion = { code: string; nom: string; zone: 'metro' | 'drom' | 'com' };
export type OfficialEpci = { code: string; nom: string; type: string; membres: { code: string }[] };

const read = <T>(name: string): T => require(`@etalab/decoupage-administratif/data/${name}.json`);

/** Communes of every kind, overseas collectivities included. */
export const officialCommunes = (): OfficialCommune[] => read('communes');

/** The 101 départements (overseas collectivities left out). */
export const officialDepartements = (): OfficialDepartement[] => read<OfficialDepartement[]>('departements').filter((row) => row.zone !== 'com');

/** The 18 régions (overseas collectivities left out). */
export const officialRegions = (): OfficialRegion[] => read<OfficialRegion[]>('regions').filter((row) => row.zone !== 'com');

/** Groupings of communes with own taxation, with their members. */
export const officialEpcis = (): OfficialEpci[] => read('epci');

/** Year of the official geographic code: the package's major version is its year since 2020. */
export function officialYear(): number {
  const manifest: { version: string } = require('@etalab/decoupage-administratif/package.json');
  return 2020 + Number.parseInt(manifest.version, 10);
}
