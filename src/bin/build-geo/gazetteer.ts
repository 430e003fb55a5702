import type { CommuneRow, GazetteerFile } from '../../lib/domain/geography/gazetteer-file.ts';
import { officialCommunes, officialDepartements, officialEpcis, officialRegions, officialYear, type OfficialCommune } from './official.ts';
import { readPlaces } from './positions.ts';
import { placeCommunes } from './place-communes.ts';

const EXPECTED_COMMUNES = 34_875;

/** Former codes and municipal arrondissements → the commune that exists today. */
function successorCodes(all: OfficialCommune[], current: Map<string, OfficialCommune>): Record<string, string> {
  const successors: Record<string, string> = {};
  for (const row of all) {
    const heir = row.type === 'arrondissement-municipal' ? row.commune : row.chefLieu;
    if (row.type !== 'commune-actuelle' && heir && !current.has(row.code)) successors[row.code] = heir;
  }
  for (const row of current.values()) {
    for (const former of row.anciensCodes ?? []) if (!current.has(former)) successors[former] = row.code;
  }
  return successors;
}

const toRow = (row: OfficialCommune, epci: string, placed: { latitude: number; longitude: number; precision: CommuneRow[9] }): CommuneRow => [
  row.code,
  row.nom,
  row.departement,
  row.region,
  epci,
  (row.codesPostaux ?? []).join(' '),
  row.population ?? null,
  Number(placed.latitude.toFixed(4)),
  Number(placed.longitude.toFixed(4)),
  placed.precision
];

/** Every commune of the 101 départements, placed. Throws when their number is not the official one. */
export function buildGazetteer(): { file: GazetteerFile; summary: string } {
  const all = officialCommunes().filter((row) => row.zone !== 'com');
  const current = new Map(all.filter((row) => row.type === 'commune-actuelle').map((row) => [row.code, row]));
  if (current.size !== EXPECTED_COMMUNES) throw new Error(`${current.size} communes instead of ${EXPECTED_COMMUNES}.`);

  const epcis = officialEpcis();
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map((member): [string, string] => [member.code, epci.code])));
  const successors = successorCodes(all, current);
  const places = readPlaces();
  const placed = placeCommunes([...current.values()], successors, epciOf, places);

  const communes = [...current.values()].map((row) => {
    const position = placed.get(row.code);
    if (!position) throw new Error(`${row.code} ${row.nom} has no position.`);
    return toRow(row, epciOf.get(row.code) ?? '', position);
  });
  const arrondissements = all
    .filter((row) => row.type === 'arrondissement-municipal')
    .map((row): [...CommuneRow, string] => {
      const parent = row.commune ?? '';
      const own = places.get(row.code)?.[0];
      const position = own ? { ...own, precision: 'commune' as const } : placed.get(parent);
      if (!position) throw new Error(`${row.code} ${row.nom} has no position.`);
      return [...toRow(row, epciOf.get(parent) ?? '', position), parent];
    });
  const file: GazetteerFile = {
    year: officialYear(),
    communes,
    arrondissements,
    successors,
    formerNames: all.flatMap((row): [string, string][] => {
      const heir = row.chefLieu ?? '';
      const merged = row.type === 'commune-deleguee' || row.type === 'commune-associee';
      return merged && current.get(heir) && current.get(heir)?.nom !== row.nom ? [[row.nom, heir]] : [];
    }),
    epcis: epcis.map((row) => [row.code, row.nom, row.type]),
    departements: officialDepartements().map((row) => [row.code, row.nom, row.region]),
    regions: officialRegions().map((row) => [row.code, row.nom])
  };
  const exact = communes.filter((row) => row[9] === 'commune').length;
  return {
    file,
    summary: `${communes.length} communes (${exact} placed by GeoNames, the others by postcode or grouping), ${Object.keys(successors).length} former codes, ${file.epcis.length} EPCI.`
  };
}
