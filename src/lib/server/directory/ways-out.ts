import { fold } from '#lib/domain/geography/fold.ts';
import { searchCommunes } from '../geography/search-communes.ts';
import { listDepartements, listRegions } from '../geography/territories.ts';

/** Where to go on when no initiative has the words: around a commune, or to the page of a territory. `name` is for people. */
export type WayOut = { to: 'around'; name: string } | { to: 'territory'; name: string; id: string };

const MOST_COMMUNES = 3;

/**
 * The régions and départements that the words name (a département by its code too), then the communes that they may
 * mean, likeliest first. Empty when they name no place.
 */
export function waysOut(words: string): WayOut[] {
  const asked = fold(words.slice(0, 100));
  if (asked.length < 2) return [];
  const territories = [...listRegions(), ...listDepartements()]
    .filter(({ level, code, name }) => fold(name) === asked || (level === 'departement' && code.toLowerCase() === asked))
    .map(({ level, code, name, id }): WayOut => ({ to: 'territory', name: level === 'departement' ? `${name} (${code})` : name, id }));
  const communes = searchCommunes(asked, MOST_COMMUNES).map((commune): WayOut => ({ to: 'around', name: `${commune.name} (${commune.departement})` }));
  return [...territories, ...communes];
}
