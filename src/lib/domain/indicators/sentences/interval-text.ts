import type { PublishedGroup, PublishedInterval, PublishedTable } from '../../confidentiality/published.ts';
import { formatInterval, formatNumber, formatQuantity, formatShare } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { known } from '../row-share.ts';

const METHODS: Record<PublishedInterval['method'], { fr: string; en: string }> = {
  hypergeometric: { fr: 'inversion du test hypergéométrique, exacte en population finie', en: 'inversion of the hypergeometric test, exact for a finite population' },
  wilson_fpc: { fr: 'score de Wilson avec correction de population finie', en: 'Wilson score with finite population correction' },
  order_statistics: { fr: 'statistiques d’ordre en population finie', en: 'order statistics in a finite population' },
  student_fpc: { fr: 'loi de Student avec correction de population finie', en: 'Student distribution with finite population correction' }
};

/** `score de Wilson avec correction de population finie`. */
export function methodName(interval: PublishedInterval, lang: Lang): string {
  return METHODS[interval.method][lang];
}

/**
 * An interval with its condition written out: it covers the chance of a draw, and these caisses were not drawn.
 * `si les caisses qui ont répondu ressemblaient aux autres comme un tirage au sort, de 46 à 56 caisses sur 60 …`
 */
export function intervalText(table: PublishedTable, group: PublishedGroup, interval: PublishedInterval, lang: Lang): string {
  const population = known(group.population) ?? 0;
  const N = formatNumber(population, lang);
  const { low, high, method } = interval;
  const range =
    method === 'hypergeometric'
      ? lang === 'fr' ? `de ${formatInterval(low, high, lang)} caisses sur ${N}` : `from ${formatInterval(low, high, lang)} caisses out of ${N}`
      : method === 'wilson_fpc'
        ? lang === 'fr' ? `de ${formatInterval(low, high, lang, formatShare)} des ${N} caisses` : `from ${formatInterval(low, high, lang, formatShare)} of the ${N} caisses`
        : `${lang === 'fr' ? 'de' : 'from'} ${formatInterval(low, high, lang, (value) => formatQuantity(value, table.unit, lang))}`;
  const level = formatShare(interval.level, lang);
  return lang === 'fr'
    ? `si les caisses qui ont répondu étaient comme tirées au sort parmi les ${N} : ${range}, au niveau de ${level} (${methodName(interval, lang)}). Elles ne l’ont pas été : elles ont choisi de répondre, et aucun calcul ne mesure ce que ce choix change`
    : `if the caisses that answered were like a random draw among the ${N}: ${range}, at the ${level} level (${methodName(interval, lang)}). They were not drawn: they chose to answer, and no calculation measures what that choice changes`;
}
