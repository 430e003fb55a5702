import { mean } from 'd3-array';
import { gazetteer } from '../geography/gazetteer.ts';

const centres = new Map<string, { longitude: number; latitude: number }>();

/** Mean position of a département's communes, in degrees: where an initiative goes whose commune is not known. */
export function departementCentre(code: string): { longitude: number; latitude: number } | undefined {
  const known = centres.get(code);
  if (known) return known;
  const communes = [...gazetteer().communes.values()].filter((commune) => commune.departement === code);
  const longitude = mean(communes, (commune) => commune.longitude);
  const latitude = mean(communes, (commune) => commune.latitude);
  if (longitude === undefined || latitude === undefined) return undefined;
  const centre = { longitude: Number(longitude.toFixed(5)), latitude: Number(latitude.toFixed(5)) };
  centres.set(code, centre);
  return centre;
}
