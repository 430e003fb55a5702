import type { Lang } from '../language.ts';
import { formatNumber } from './number.ts';

/**
 * Two ends in words: `46 à 56` in French, `46 to 56` in English; one number when both read the same.
 * `format` writes each end (shares, euros); the default writes plain numbers.
 */
export function formatInterval(
  low: number,
  high: number,
  lang: Lang,
  format: (value: number, lang: Lang) => string = formatNumber
): string {
  const [from, to] = [format(low, lang), format(high, lang)];
  return from === to ? from : `${from} ${lang === 'fr' ? 'à' : 'to'} ${to}`;
}
