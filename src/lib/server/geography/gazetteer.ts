import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommuneRow, GazetteerFile } from '#lib/domain/geography/gazetteer-file.ts';
import type { Commune, Departement, Region } from '#lib/domain/geography/types.ts';

export type { Commune, Departement, Region };

type Gazetteer = {
  communes: Map<string, Commune>;
  arrondissements: Map<string, Commune>;
  successors: Record<string, string>;
  formerNames: [name: string, commune: string][];
  epcis: Map<string, { code: string; name: string; type: string }>;
  departements: Map<string, Departement>;
  regions: Map<string, Region>;
};

let loaded: Gazetteer | undefined;

function toCommune([code, name, departement, region, epci, postcodes, population, latitude, longitude, precision]: CommuneRow): Commune {
  return {
    code,
    name,
    departement,
    region,
    ...(epci ? { epci } : {}),
    ...(population === null ? {} : { population }),
    postcodes: postcodes ? postcodes.split(' ') : [],
    longitude,
    latitude,
    precision
  };
}

/** The whole gazetteer, read once from `data/generated/communes.json`. Throws when `npm run geo:build` has not run. */
export function gazetteer(): Gazetteer {
  if (loaded) return loaded;
  const file: GazetteerFile = JSON.parse(readFileSync(join(process.cwd(), 'data', 'generated', 'communes.json'), 'utf8'));
  const communes = new Map(file.communes.map((row) => [row[0], toCommune(row)]));
  loaded = {
    communes,
    arrondissements: new Map(
      file.arrondissements.map((row) => {
        const [code, name, , , , , , , , , parent] = row;
        const own = toCommune(row.slice(0, 10) as CommuneRow);
        return [code, { ...own, code: parent, name, epci: communes.get(parent)?.epci }];
      })
    ),
    successors: file.successors,
    formerNames: file.formerNames,
    epcis: new Map(file.epcis.map(([code, name, type]) => [code, { code, name, type }])),
    departements: new Map(file.departements.map(([code, name, region]) => [code, { code, name, region }])),
    regions: new Map(file.regions.map(([code, name]) => [code, { code, name }]))
  };
  return loaded;
}

/**
 * The current commune of an INSEE code; a former code gives the commune it became part of. A municipal arrondissement
 * (Paris, Lyon, Marseille) gives its commune's code with its own name, population and, when known, position.
 * Undefined for a code that never was French or is of an overseas collectivity.
 */
export function findCommune(code: string): Commune | undefined {
  const { communes, arrondissements, successors } = gazetteer();
  return communes.get(code) ?? arrondissements.get(code) ?? communes.get(successors[code] ?? '');
}

/** The département of an INSEE code (`01`, `2A`, `971`), or undefined. */
export function departement(code: string): Departement | undefined {
  return gazetteer().departements.get(code);
}

/** The région of an INSEE code (`84`), or undefined. */
export function region(code: string): Region | undefined {
  return gazetteer().regions.get(code);
}

/** Official name of an EPCI by its SIREN ("CA Flers Agglo"), or undefined. */
export function epciName(code: string): string | undefined {
  return gazetteer().epcis.get(code)?.name;
}
