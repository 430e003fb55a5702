import { EMPTY, SOFT } from '#lib/domain/directory/search-words.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import { searchCommunes } from '../geography/search-communes.ts';
import { listDepartements, listRegions, territories } from '../geography/territories.ts';

/** Where to go on when no initiative has the words: around a commune, or to the page of a territory. `name` is for people. */
export type WayOut = { to: 'around'; name: string } | { to: 'territory'; name: string; id: string };

const MOST_COMMUNES = 3;

let epcis: { folded: string; name: string; id: string; population: number }[] | undefined;

/** The most inhabited EPCI whose name has the words, whole: "Cergy-Pontoise" is no commune. */
function epciNamed(asked: string): WayOut[] {
  epcis ??= [...territories().values()].filter(({ level }) => level === 'epci').map(({ name, id, population }) => ({ folded: ` ${fold(name)} `, name, id, population }));
  const named = epcis.filter(({ folded }) => folded.includes(` ${asked} `)).sort((a, b) => b.population - a.population)[0];
  return named ? [{ to: 'territory', name: named.name, id: named.id }] : [];
}

/**
 * The régions and départements that the words name (a département by its code too), then the communes that they may
 * mean, likeliest first, then the EPCI that has them in its name. Empty when they name no place.
 */
export function waysOut(words: string): WayOut[] {
  const asked = fold(words.slice(0, 100));
  for (const text of [asked, ...withoutWords(asked)]) {
    const found = leading(text);
    if (found.length > 0) return found;
  }
  return [];
}

const ARTICLES = ['l', 'la', 'le', 'les'];

/** "la caisse de La Rochelle" as "la rochelle", then "rochelle": what is left once the words of the field are gone. */
function withoutWords(asked: string): string[] {
  const left = asked.split(' ').filter((word) => !SOFT.has(word));
  const start = left.findIndex((word) => !EMPTY.has(word));
  if (start < 0) return [];
  const from = ARTICLES.includes(left[start - 1] ?? '') ? [start - 1, start] : [start];
  return from.map((at) => left.slice(at).join(' ')).filter((text) => text !== asked);
}

function leading(asked: string): WayOut[] {
  if (asked.length < 2) return [];
  const named = [...listRegions(), ...listDepartements()]
    .filter(({ level, code, name }) => fold(name) === asked || (level === 'departement' && code.toLowerCase() === asked))
    .map(({ level, code, name, id }): WayOut => ({ to: 'territory', name: level === 'departement' ? `${name} (${code})` : name, id }));
  const communes = searchCommunes(asked, MOST_COMMUNES);
  const around = communes.map((commune): WayOut => ({ to: 'around', name: `${commune.name} (${commune.departement})` }));
  // Communes that only resemble the words come after an EPCI that has them.
  const sure = communes.some(({ name }) => fold(name).includes(asked)) || epciNamed(asked).length === 0;
  return [...named, ...(sure ? [...around, ...epciNamed(asked)] : [...epciNamed(asked), ...around])];
}
