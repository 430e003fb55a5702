import { THIN, typeset } from '../format/index.ts';
import type { Lang } from '../language.ts';

/** A text of the census as French prints it: thin spaces inside numbers, no-break spaces before `€` and `%`. */
export function censusText(text: string): string {
  return typeset(text.replace(/(\d) (?=\d{3}(?!\d))/g, `$1${THIN}`), 'fr');
}

const LEVELS: Record<Lang, Record<string, string>> = {
  fr: { H: 'haute', M: 'moyenne', L: 'faible' },
  en: { H: 'high', M: 'medium', L: 'low' }
};

/** The editors' confidence in words: `H (financement M)` is "haute (financement moyenne)" in French. */
export function confidenceText(text: string, lang: Lang): string {
  return text.replace(/\b[HML]\b/g, (letter) => LEVELS[lang][letter] ?? letter);
}
