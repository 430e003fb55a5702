import { formatNumber, isPlural } from '../../format/index.ts';
import type { Lang } from '../../language.ts';

/** `28 caisses`, `1 caisse`: the word is French in both languages, it names what has no English name. */
export function caisses(count: number, lang: Lang): string {
  return `${formatNumber(count, lang)} caisse${isPlural(count, lang) ? 's' : ''}`;
}

/** « label » or “label”. */
export function quote(label: string, lang: Lang): string {
  return lang === 'fr' ? `« ${label} »` : `“${label}”`;
}

/** First letter in capitals. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** First letter in small letters, unless the word is an acronym (`SSA`). */
export function small(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}

/** `ne` before a verb, elided: `ne déclare`, `n’a`. */
export function negated(verb: string): string {
  return /^[aeiouyhàâéèêëîïôûœ]/i.test(verb) ? `n’${verb}` : `ne ${verb}`;
}

/** Several things in one sentence: `a, b et c`. */
export function list(items: string[], lang: Lang): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${lang === 'fr' ? 'et' : 'and'} ${items.at(-1)}`;
}
