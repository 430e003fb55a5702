import type { PublishedGroup, PublishedRow } from '../../confidentiality/published.ts';
import { formatNumber } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { known } from '../row-share.ts';

/**
 * What the silent caisses could change: `quoi que fassent les 28 silencieuses, elles seraient entre 28 et 56 des 60`.
 * Undefined when nobody is silent, or when the row or the group is under a symbol.
 */
export function boundsText(group: PublishedGroup, row: PublishedRow, lang: Lang): string | undefined {
  const population = known(group.population);
  const answered = known(group.answered);
  if (!row.bounds || population === undefined || answered === undefined || population <= answered) return undefined;
  const silent = formatNumber(population - answered, lang);
  const { low, high } = row.bounds;
  const [from, to, all] = [low, high, population].map((value) => formatNumber(value, lang));
  if (lang === 'fr') {
    const who = population - answered === 1 ? 'quoi que fasse la caisse silencieuse' : `quoi que fassent les ${silent} silencieuses`;
    return `${who}, elles seraient entre ${from} et ${to} des ${all}`;
  }
  const who = population - answered === 1 ? 'whatever the silent caisse does' : `whatever the ${silent} silent caisses do`;
  return `${who}, the number would be between ${from} and ${to} of the ${all}`;
}
