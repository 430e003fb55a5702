import type { PublishedGroup, PublishedRow, PublishedTable } from '../../confidentiality/published.ts';
import { formatNumber, formatShare } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { known } from '../row-share.ts';
import { quote } from './grammar.ts';

/** A part of a mix by both aggregations, each named. */
export function lectureMix(_table: PublishedTable, group: PublishedGroup, row: PublishedRow, lang: Lang): string {
  const label = quote(row.label[lang], lang);
  const [mean, total, n] = [known(row.meanOfShares), known(row.shareOfTotals), known(group.answered)];
  if (mean === undefined || n === undefined) {
    return lang === 'fr'
      ? `la part de ${label} n’est pas publiée (c : secret statistique)`
      : `the share of ${label} is not published (c: statistical confidentiality)`;
  }
  const first =
    lang === 'fr'
      ? `en moyenne, ${label} fait ${formatShare(mean, lang)} du budget d’une caisse (moyenne des parts de ${formatNumber(n, lang)} caisses, où chacune compte autant)`
      : `on average, ${label} makes up ${formatShare(mean, lang)} of a caisse’s budget (mean of the shares of ${formatNumber(n, lang)} caisses, each counting the same)`;
  if (total === undefined) return first;
  return lang === 'fr'
    ? `${first} ; sur l’ensemble des euros, où les grandes caisses pèsent davantage, sa part est de ${formatShare(total, lang)}`
    : `${first}; out of all euros, where large caisses weigh more, its share is ${formatShare(total, lang)}`;
}
