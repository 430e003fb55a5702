import type { Lang } from '../language.ts';
import type { Unit } from '../questionnaire/codebook.ts';
import { formatNumber } from './number.ts';
import { formatPercent } from './share.ts';
import { NBSP } from './spaces.ts';

/** Euros, to the euro: `129 500 €` in French, `€129,500` in English. */
export function formatEuros(value: number, lang: Lang): string {
  if (lang === 'fr') return formatNumber(value, lang, { decimals: 0 }) + `${NBSP}€`;
  const digits = formatNumber(Math.abs(value), lang, { decimals: 0 });
  return (value < 0 && /[1-9]/.test(digits) ? '\u2212' : '') + `€${digits}`;
}

/** French takes the plural from 2 on (1,5 personne), English everywhere but at 1. */
export function isPlural(value: number, lang: Lang): boolean {
  return lang === 'fr' ? Math.abs(value) >= 2 : Math.abs(value) !== 1;
}

/**
 * A value with its unit in words: `129 500 €`, `45 personnes`, `2,5 ETP`, `37 %` (units of `percent` run 0–100).
 * Money has no period here: the period belongs to the sentence around it.
 */
export function formatQuantity(value: number, unit: Unit, lang: Lang): string {
  switch (unit) {
    case 'eur_per_year':
    case 'eur_since_creation':
      return formatEuros(value, lang);
    case 'percent':
      return formatPercent(value, lang, 1);
    case 'people': {
      const plural = isPlural(value, lang);
      const word = lang === 'fr' ? (plural ? 'personnes' : 'personne') : plural ? 'people' : 'person';
      return `${formatNumber(value, lang, { decimals: 1 })}${NBSP}${word}`;
    }
    case 'full_time_equivalents':
      return `${formatNumber(value, lang, { decimals: 1 })}${NBSP}${lang === 'fr' ? 'ETP' : 'FTE'}`;
    case 'none':
      return formatNumber(value, lang, { decimals: 1 });
  }
}
