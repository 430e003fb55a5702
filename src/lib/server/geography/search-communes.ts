import { allowedTypos, editDistance } from '#lib/domain/geography/edit-distance.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import type { Commune } from '#lib/domain/geography/types.ts';
import { gazetteer } from './gazetteer.ts';

type Entry = { folded: string; commune: Commune };

let index: Entry[] | undefined;

function entries(): Entry[] {
  if (index) return index;
  const { communes, arrondissements, formerNames } = gazetteer();
  index = [...communes.values(), ...arrondissements.values()].map((commune) => ({ folded: fold(commune.name), commune }));
  for (const [name, code] of formerNames) {
    const commune = communes.get(code);
    if (commune) index.push({ folded: fold(name), commune });
  }
  return index;
}

/** "saint denis 93" and "saint-denis (93)" ask for the name in that département; "61100" for a postcode. */
function parse(text: string): { name: string; departement?: string; postcode?: string } {
  const folded = fold(text);
  if (/^\d{5}$/.test(folded)) return { name: '', postcode: folded };
  const [, name, code] = /^(.+?) (\d{2,3}|2[ab])$/.exec(folded) ?? [];
  const known = code && gazetteer().departements.has(code.toUpperCase());
  return name && known ? { name, departement: code.toUpperCase() } : { name: folded };
}

/** 0 is the best match; undefined is none. */
function rank(folded: string, name: string): number | undefined {
  if (folded === name) return 0;
  if (folded.startsWith(name)) return 1;
  if (` ${folded}`.includes(` ${name}`)) return 2;
  return undefined;
}

/**
 * Communes whose name (or a merged commune's, or postcode) resembles `text`, best first, then by population.
 * Accents, hyphens, case and saint/st do not matter; when nothing fits, small typing errors are forgiven.
 *
 * @param limit most results wanted
 */
export function searchCommunes(text: string, limit: number): Commune[] {
  const { name, departement, postcode } = parse(text);
  if (!name && !postcode) return [];
  const pool = departement ? entries().filter((entry) => entry.commune.departement === departement) : entries();
  const found: { commune: Commune; rank: number }[] = [];
  for (const entry of pool) {
    const matched = postcode ? (entry.commune.postcodes.includes(postcode) ? 0 : undefined) : rank(entry.folded, name);
    if (matched !== undefined) found.push({ commune: entry.commune, rank: matched });
  }
  if (found.length === 0 && !postcode) {
    const limitOfTypos = allowedTypos(name.length);
    for (const entry of pool) {
      const distance = limitOfTypos ? editDistance(entry.folded, name, limitOfTypos) : 1;
      if (distance <= limitOfTypos) found.push({ commune: entry.commune, rank: distance });
    }
  }
  found.sort((a, b) => a.rank - b.rank || (b.commune.population ?? 0) - (a.commune.population ?? 0));
  const seen = new Set<string>();
  return found
    .filter(({ commune }) => {
      const key = `${commune.code} ${commune.name}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, limit)
    .map(({ commune }) => commune);
}
