import type { Lang } from '../language.ts';
import { NBSP, THIN } from './spaces.ts';

/**
 * Sets a text as its language prints it. French: typographic apostrophes, no-break space before `:` and `%` and
 * inside « », thin no-break space before `;`, `!`, `?`. English: typographic apostrophes, and no space between a number and `%`.
 * Applying it twice changes nothing. Addresses (`https://…`) are left alone.
 */
export function typeset(text: string, lang: Lang): string {
  const curled = text.replace(/(\p{L})'(?=\p{L})/gu, '$1’');
  if (lang === 'en') return curled.replace(/(\d)[ \u00A0\u202F]+%/g, '$1%');
  return curled
    .replace(/[ \u00A0\u202F]+([;!?])/g, `${THIN}$1`)
    .replace(/[ \u00A0\u202F]+([:%€»])/g, `${NBSP}$1`)
    .replace(/«[ \u00A0\u202F]*/g, `«${NBSP}`);
}
