import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Lang, Text } from '#lib/domain/language.ts';
import { KIND_LABELS } from '#lib/domain/directory/labels.ts';
import { search } from '#lib/domain/directory/search.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import type { Territory } from '#lib/domain/geography/types.ts';
import { searchCommunes } from '../geography/search-communes.ts';
import { territories } from '../geography/territories.ts';
import type { EditionDirectory } from './edition-directory.ts';

/** Where a few letters may lead: words, what kind of thing it is, and its path without language or edition. */
export type Suggestion = { text: string; detail: string; path: string };

const LEVELS: Record<Territory['level'], Text> = {
  region: { fr: 'région', en: 'région' },
  departement: { fr: 'département', en: 'département' },
  epci: { fr: 'intercommunalité', en: 'intercommunality' }
};
const SYNTHETIC: Text = { fr: 'synthétique', en: 'synthetic' };
const AROUND: Text = { fr: 'initiatives autour de cette commune', en: 'initiatives around this commune' };
const MOST = { initiatives: 4, territories: 3, communes: 2 };

let folded: { name: string; territory: Territory }[] | undefined;

/** Territories whose name has a word that begins like `text`, or whose code it is: widest first. */
function findTerritories(text: string): Territory[] {
  folded ??= [...territories().values()].map((territory) => ({ name: ` ${fold(territory.name)}`, territory }));
  const order = ['region', 'departement', 'epci'];
  const rank = (row: { name: string; territory: Territory }) => (row.territory.code.toLowerCase() === text ? -1 : row.name === ` ${text}` ? 0 : 1);
  return folded
    .filter((row) => row.name.includes(` ${text}`) || (row.territory.level === 'departement' && row.territory.code.toLowerCase() === text))
    .sort((a, b) => rank(a) - rank(b) || order.indexOf(a.territory.level) - order.indexOf(b.territory.level) || b.territory.population - a.territory.population)
    .map((row) => row.territory)
    .slice(0, MOST.territories);
}

const detailOf = ({ kind, territory, provenance }: Initiative, lang: Lang): string =>
  [KIND_LABELS[kind][lang], territory, provenance === 'synthetic' ? SYNTHETIC[lang] : ''].filter(Boolean).join(', ');

/** Initiatives of the edition, then territories, then communes that `text` may mean; at most nine. Empty under two characters. */
export function suggest(directory: EditionDirectory, text: string, lang: Lang): Suggestion[] {
  const asked = fold(text);
  if (asked.length < 2) return [];
  const bySlug = new Map(directory.entries.map(({ initiative }) => [initiative.slug, initiative]));
  const initiatives = search(directory.index, text)
    .found.slice(0, MOST.initiatives)
    .flatMap(({ id }): Suggestion[] => {
      const found = bySlug.get(id);
      return found ? [{ text: found.name, detail: detailOf(found, lang), path: `/initiatives/${found.slug}` }] : [];
    });
  const places = findTerritories(asked).map((territory) => ({
    text: territory.level === 'departement' ? `${territory.name} (${territory.code})` : territory.name,
    detail: LEVELS[territory.level][lang],
    path: `/territoires/${territory.id}`
  }));
  const communes = searchCommunes(text, MOST.communes).map((commune) => {
    const name = `${commune.name} (${commune.departement})`;
    return { text: name, detail: AROUND[lang], path: `/initiatives?pres=${encodeURIComponent(name)}` };
  });
  return [...initiatives, ...places, ...communes];
}
