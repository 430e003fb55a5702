import type { Place } from '#lib/domain/census/initiative.ts';
import { departement as findDepartement, findCommune } from '../geography/gazetteer.ts';
import { departementCentre } from './departement-centre.ts';

/** Tells what is wrong, or worth telling, about one cell of the row being read. */
export type Report = (level: 'blocking' | 'information', code: string, column: 'insee_codes' | 'department', value: string, details: Record<string, string>) => void;

function departementPlace(code: string, report: Report): Place[] {
  const found = findDepartement(code);
  const centre = departementCentre(code);
  if (!found || !centre) return [];
  report('information', 'census_placed_in_departement', 'department', code, { departement: `${found.name} (${code})` });
  return [{ departement: code, region: found.region, ...centre, precision: 'departement', role: 'seat' }];
}

/**
 * Where an initiative is, from its INSEE codes (separated by `|`, the first is the seat) and its département.
 * Former codes become the current commune; without any commune the département's centre is given, and its precision says so.
 */
export function readPlaces(codes: string, departement: string, report: Report): Place[] {
  if (departement && !findDepartement(departement)) {
    report('blocking', 'census_unknown_departement', 'department', departement, {});
  }
  const listed = codes.split('|').map((code) => code.trim()).filter((code) => code !== '');
  if (listed.length === 0) return departementPlace(departement, report);

  return listed.flatMap((code, at): Place[] => {
    const commune = findCommune(code);
    if (!commune) {
      const padded = findCommune(`0${code}`);
      const hint = padded ? ` « 0${code} » : ${padded.name} ?` : '';
      report('blocking', 'census_unknown_commune', 'insee_codes', code, { code, hint });
      return [];
    }
    // The seat says where the initiative is counted; its area may cross the border.
    if (at === 0 && departement && findDepartement(departement) && commune.departement !== departement) {
      report('blocking', 'census_commune_elsewhere', 'insee_codes', code, { commune: commune.name, code, actual: commune.departement, stated: departement });
    }
    if (commune.code !== code && findCommune(commune.code)?.name === commune.name) {
      report('information', 'census_old_commune', 'insee_codes', code, { code, commune: commune.name, current: commune.code });
    }
    return [
      {
        commune: commune.code,
        communeName: commune.name,
        departement: commune.departement,
        region: commune.region,
        ...(commune.epci ? { epci: commune.epci } : {}),
        longitude: commune.longitude,
        latitude: commune.latitude,
        precision: commune.precision,
        role: at === 0 ? 'seat' : 'area'
      }
    ];
  });
}
