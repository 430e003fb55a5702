import type { Lang } from '../language.ts';
import { MINUS, THIN } from './spaces.ts';

/** `decimals` is the largest number of digits after the point (0 to 20); `fixed` keeps trailing zeros; `sign` writes `+` too. */
export type NumberOptions = { decimals?: number; fixed?: boolean; sign?: boolean };

const LOCALES: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' };
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(lang: Lang, decimals: number, fixed: boolean): Intl.NumberFormat {
  const key = `${lang} ${decimals} ${fixed}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(LOCALES[lang], {
      minimumFractionDigits: fixed ? decimals : 0,
      maximumFractionDigits: decimals
    });
    formatters.set(key, found);
  }
  return found;
}

/**
 * A number as text: `129 500` (U+202F) and `87,5` in French, `129,500` and `87.5` in English.
 * At most two decimals unless told; halves round away from zero; -0 is written `0`.
 * @throws RangeError when `value` is not finite: a missing value has a symbol, never a number.
 */
export function formatNumber(value: number, lang: Lang, options: NumberOptions = {}): string {
  if (!Number.isFinite(value)) throw new RangeError(`formatNumber: ${value} is not a number that can be written`);
  const { decimals = 2, fixed = false, sign = false } = options;
  const digits = formatter(lang, decimals, fixed).format(Math.abs(value));
  // ICU versions differ on the French group separator, so it is set here.
  const text = lang === 'fr' ? digits.replace(/[\s\u00A0\u202F]/g, THIN) : digits;
  if (!/[1-9]/.test(text)) return text;
  return value < 0 ? MINUS + text : sign ? `+${text}` : text;
}
