import type { Place } from '#lib/domain/census/initiative.ts';
import { distanceKm } from '#lib/domain/directory/distance.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import { findCommune, gazetteer, type Commune } from '../geography/gazetteer.ts';
import { searchCommunes } from '../geography/search-communes.ts';
import { readText } from './read-form.ts';

/** A pin farther than this from the centre of its commune is a slip: the largest commune is 40 km wide, Guyane's apart. */
const FARTHEST = 40;
const SUGGESTED = 8;

export type PlacesProblem = { problem: 'none_left' | 'unknown_commune' | 'bad_coordinates' | 'too_far'; text?: string };
export type PlacesForm = { places: Place[] } | PlacesProblem | { candidates: { code: string; label: string }[]; text: string };

function placeOf(commune: Commune): Omit<Place, 'role'> {
  const { code, name, departement, region, epci, longitude, latitude, precision } = commune;
  return { commune: code, communeName: name, departement, region, ...(epci ? { epci } : {}), longitude, latitude, precision };
}

/** Degrees as people write them: "45,7312" too. */
function degrees(text: string): number {
  return text === '' ? NaN : Number(text.replace(',', '.').replace(/°$/, ''));
}

/** The commune whose centre is nearest. */
function nearestCommune(position: { longitude: number; latitude: number }): Commune | undefined {
  let best: { commune: Commune; km: number } | undefined;
  for (const commune of gazetteer().communes.values()) {
    if (Math.abs(commune.latitude - position.latitude) > 0.5 || Math.abs(commune.longitude - position.longitude) > 0.8) continue;
    const km = distanceKm(commune, position);
    if (!best || km < best.km) best = { commune, km };
  }
  return best && best.km <= FARTHEST ? best.commune : undefined;
}

/** A place at the coordinates of a form, or what is wrong with them; undefined when they did not change. */
function moved(place: Omit<Place, 'role'>, latitude: string, longitude: string): Omit<Place, 'role'> | PlacesProblem | undefined {
  const at = { latitude: degrees(latitude), longitude: degrees(longitude) };
  if (at.latitude === place.latitude && at.longitude === place.longitude) return undefined;
  if (!Number.isFinite(at.latitude) || !Number.isFinite(at.longitude) || Math.abs(at.latitude) > 90 || Math.abs(at.longitude) > 180) return { problem: 'bad_coordinates' };
  const commune = place.commune ? findCommune(place.commune) : undefined;
  if (commune && commune.departement !== '973' && distanceKm(commune, at) > FARTHEST) return { problem: 'too_far', text: place.communeName ?? '' };
  return { ...place, ...at, precision: 'exact' };
}

/**
 * Places as a form wants them: those kept (`garder`), moved (`lat-0`, `lon-0`), the seat (`siege`), and one added by the
 * name of a commune (`commune`, or `code` once chosen among several) or by coordinates.
 */
export function readPlacesForm(form: FormData, current: Place[]): PlacesForm {
  const kept = new Set(form.getAll('garder').map(String));
  const seat = String(form.get('siege') ?? '0');
  const list: { key: string; place: Omit<Place, 'role'> }[] = [];
  for (const [at, { role: _, ...place }] of current.entries()) {
    if (!kept.has(String(at))) continue;
    const change = form.has(`lat-${at}`) ? moved(place, readText(form, `lat-${at}`), readText(form, `lon-${at}`)) : undefined;
    if (change && 'problem' in change) return change;
    list.push({ key: String(at), place: change ?? place });
  }
  const added = readAdded(form);
  if (added && !('place' in added)) return added;
  if (added) list.push({ key: 'new', place: added.place });
  if (list.length === 0) return { problem: 'none_left' };
  const first = list.find(({ key }) => key === seat) ?? list[0];
  const ordered = [...list.filter((entry) => entry === first), ...list.filter((entry) => entry !== first)];
  return { places: ordered.map(({ place }, at): Place => ({ ...place, role: at === 0 ? 'seat' : 'area' })) };
}

function readAdded(form: FormData): { place: Omit<Place, 'role'> } | Exclude<PlacesForm, { places: Place[] }> | undefined {
  const [code, text, latitude, longitude] = ['code', 'commune', 'lat-new', 'lon-new'].map((name) => readText(form, name)) as [string, string, string, string];
  const chosen = code ? findCommune(code) : undefined;
  if (chosen) return { place: placeOf(chosen) };
  if (text) {
    const byCode = /^\d[\dAB]\d{3}$/.test(text) ? findCommune(text) : undefined;
    const found = byCode ? [byCode] : searchCommunes(text, SUGGESTED);
    const exact = found.filter((commune) => fold(commune.name) === fold(text) || fold(`${commune.name} ${commune.departement}`) === fold(text));
    const only = found.length === 1 ? found[0] : exact.length === 1 ? exact[0] : undefined;
    if (only) return { place: placeOf(only) };
    if (found.length === 0) return { problem: 'unknown_commune', text };
    return { text, candidates: found.map((commune) => ({ code: commune.code, label: `${commune.name} (${commune.departement})` })) };
  }
  if (!latitude && !longitude) return undefined;
  const at = { latitude: degrees(latitude), longitude: degrees(longitude) };
  const near = Number.isFinite(at.latitude) && Number.isFinite(at.longitude) ? nearestCommune(at) : undefined;
  return near ? { place: { ...placeOf(near), ...at, precision: 'exact' } } : { problem: 'bad_coordinates' };
}
