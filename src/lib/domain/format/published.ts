import type { PublishedNumber } from '../confidentiality/published.ts';
import type { Lang, Text } from '../language.ts';
import type { Unit } from '../questionnaire/codebook.ts';
import { formatEuros, formatQuantity } from './amount.ts';
import { formatNumber } from './number.ts';
import { formatShare } from './share.ts';

/** What the symbols mean, the same in pages and in files. */
export const SYMBOLS: Record<'z' | 'x' | 'c' | 'low', Text> = {
  z: { fr: 'sans objet', en: 'not applicable' },
  x: { fr: 'non-réponse ou indisponible', en: 'non-response or not available' },
  c: { fr: 'secret statistique', en: 'statistical confidentiality' },
  low: { fr: 'arrondi à 0', en: 'rounds to 0' }
};

/** Meaning of a symbol in words, or undefined for a plain number. */
export function symbolMeaning(number: PublishedNumber, lang: Lang): string | undefined {
  return number.status === 'ok' ? undefined : SYMBOLS[number.status][lang];
}

/**
 * A published number as a table shows it: the number with `€` or `%` when its unit has such a sign,
 * else its symbol (`z`, `x`, `c`, `low`).
 * `share` is for values 0–1, `count` for whole caisses; unit words ("personnes") are left to the column's title.
 */
export function formatPublished(number: PublishedNumber, lang: Lang, unit: Unit | 'share' | 'count', decimals?: number): string {
  if (number.status !== 'ok') return number.status;
  const { value } = number;
  switch (unit) {
    case 'share':
      return formatShare(value, lang, decimals ?? 0);
    case 'eur_per_year':
    case 'eur_since_creation':
      return formatEuros(value, lang);
    case 'percent':
      return formatQuantity(value, unit, lang);
    case 'count':
      return formatNumber(value, lang, { decimals: decimals ?? 0 });
    default:
      return formatNumber(value, lang, { decimals: decimals ?? 1 });
  }
}
