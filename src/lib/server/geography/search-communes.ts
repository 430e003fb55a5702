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

type Asked = { name: string; departements?: ReadonlySet<string>; postcode?: string };

let territories: { folded: string; departements: Set<string> }[] | undefined;

/** Names of départements and régions with what they hold, longest first: "seine maritime" is no "seine". */
function territoryNames(): { folded: string; departements: Set<string> }[] {
  if (territories) return territories;
  const { departements, regions } = gazetteer();
  const all = [...departements.values()];
  territories = [
    ...all.map(({ code, name }) => ({ folded: fold(name), departements: new Set([code]) })),
    ...[...regions.values()].map(({ code, name }) => ({ folded: fold(name), departements: new Set(all.filter(({ region }) => region === code).map((row) => row.code)) }))
  ].sort((a, b) => b.folded.length - a.folded.length);
  return territories;
}

/**
 * What a text may ask for, likeliest first: "saint denis 93" and "saint-denis (93)" the name in that département, or a name
 * that has a number ("marseille 15"); "61100" a postcode; "saint-denis réunion" the name in that territory.
 */
function* readings(text: string): Generator<Asked> {
  const folded = fold(text);
  if (/^\d{5}$/.test(folded)) return yield { name: '', postcode: folded };
  const [, name, code = ''] = /^(.+?) (\d{2,3}|2[ab])$/.exec(folded) ?? [];
  if (name && gazetteer().departements.has(code.toUpperCase())) yield { name, departements: new Set([code.toUpperCase()]) };
  yield { name: folded };
  const within = territoryNames().find((row) => [row.folded, row.folded.replace(/^la /, '')].some((territory) => folded.endsWith(` ${territory}`)));
  const short = within && folded.slice(0, folded.lastIndexOf(` ${within.folded.replace(/^la /, '')}`)).replace(/ (?:de |en |d |l |la |a )*(?:de|en|d|l|la|a|dans)$/, '');
  if (within && short) yield { name: short, departements: within.departements };
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
  for (const asked of readings(text)) {
    const found = matching(asked, limit, false);
    if (found.length > 0) return found;
  }
  for (const asked of readings(text)) {
    const found = matching(asked, limit, true);
    if (found.length > 0) return found;
  }
  return [];
}

/** Communes of one reading; `typos`: by resemblance, where no name fits. */
function matching({ name, departements, postcode }: Asked, limit: number, typos: boolean): Commune[] {
  const allowed = typos ? allowedTypos(name.length) : 0;
  if (postcode ? typos : name === '' || (typos && allowed === 0)) return [];
  const found: { commune: Commune; rank: number }[] = [];
  for (const { folded, commune } of entries()) {
    if (departements && !departements.has(commune.departement)) continue;
    const distance = typos ? editDistance(folded, name, allowed) : undefined;
    const matched = postcode ? (commune.postcodes.includes(postcode) ? 0 : undefined) : distance === undefined ? rank(folded, name) : distance <= allowed ? distance : undefined;
    if (matched !== undefined) found.push({ commune, rank: matched });
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
