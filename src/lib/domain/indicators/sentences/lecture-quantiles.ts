import type { PublishedGroup, PublishedTable } from '../../confidentiality/published.ts';
import { formatInterval, formatNumber, formatQuantity } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { known } from '../row-share.ts';
import { per } from './period.ts';

/** A median in words, with the middle half. Nothing is said of a summary under `c`. */
export function lectureQuantiles(table: PublishedTable, group: PublishedGroup, lang: Lang): string {
  const n = known(group.summary?.n);
  const median = known(group.summary?.median);
  if (n === undefined || median === undefined) {
    return lang === 'fr'
      ? 'la médiane n’est pas publiée (c : secret statistique)'
      : 'the median is not published (c: statistical confidentiality)';
  }
  const write = (value: number): string => formatQuantity(value, table.unit, lang);
  const value = write(median) + per(table, lang);
  const half =
    lang === 'fr'
      ? `une moitié des ${formatNumber(n, lang)} caisses qui ont répondu se situe à ${value} ou au-dessous, l’autre moitié à ce niveau ou au-dessus`
      : `half of the ${formatNumber(n, lang)} caisses that answered are at ${value} or below, the other half at that level or above`;
  const [q1, q3] = [known(group.summary?.q1), known(group.summary?.q3)];
  if (q1 === undefined || q3 === undefined) return half;
  const middle = formatInterval(q1, q3, lang, write);
  return lang === 'fr' ? `${half} ; la moitié centrale va de ${middle}` : `${half}; the middle half goes from ${middle}`;
}
