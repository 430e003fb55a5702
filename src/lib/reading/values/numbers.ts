/** What an editor has to settle about a number. */
export type NumberDoubt = 'us_separators' | 'thousands_or_decimal' | 'approximate';

/** `percent`: written with a % sign, `value` is then 37 for `37 %`. */
export type NumberReading = { value: number; percent: boolean; doubt?: NumberDoubt };

const SPACES = /[\s\u00a0\u202f\u2009\u2007'’](?=\d)/g;
const UNITS =
  '(?:etp|personnes?|participants?|participantes?|adhérents?|adherents?|bénévoles?|benevoles?|habitants?|foyers?|familles?|ménages?|menages?|ans?|heures?|h|salariés?|salaries?|membres?|/\\s*an|par an|ttc|ht)';
const CURRENCY = /(?:d['’]\s*)?(?:€|euros?|eur|\$|£|usd)/gi;
/** `10€50`, `10 000,- €`. */
const CENTS = /^(\d[\d\s\u00a0\u202f]*)\s*€\s*(\d{2})$/;
const NO_CENTS = /,[-–—]+(?=\s*(?:€|eur|$))/i;
const TRAILING_UNIT = new RegExp(`\\s*${UNITS}\\.?$`, 'i');
const APPROXIMATE = /^(?:env(?:iron)?\.?|~|≈|±|ca\.?|autour de|à peu près|approx(?:imativement)?\.?|about)\s*/i;
const APPROXIMATE_AFTER = /\s+(?:env(?:iron)?\.?|approx(?:imativement)?\.?|à peu près|about)$/i;
const PERCENT = /\s*(?:%|pour ?cents?|percent)$/i;
const MULTIPLIERS: [RegExp, number][] = [
  [/\s*(?:md|milliards?)$/i, 1e9],
  [/\s*(?:m|millions?|mio)$/i, 1e6],
  [/\s*(?:k|milliers?|mille)$/i, 1e3]
];

/**
 * A number as French people and survey tools write it: `1 234,56 €` (U+0020, U+00A0 or U+202F), `129 K€`, `0,13 M€`, `37 %`,
 * `(56)`, `1.20E3`. Undefined when it is not one number (`5000-6000`, `<10`, words).
 *
 * @param decimal `dot` when a program wrote the numbers: `1.234` is then never a thousand
 */
export function readNumber(text: string, decimal: 'dot' | 'unknown' = 'unknown'): NumberReading | undefined {
  let rest = text.trim();
  if (rest === '' || rest.length > 60 || !/\d/.test(rest)) return undefined;
  if (/^-?\d{1,15}$/.test(rest)) return { value: Number(rest), percent: false };
  if (decimal === 'dot' && /^-?\d{1,12}\.\d{1,12}$/.test(rest)) return { value: Number(rest), percent: false };
  let doubt: NumberDoubt | undefined;
  if (APPROXIMATE.test(rest)) {
    rest = rest.replace(APPROXIMATE, '');
    doubt = 'approximate';
  }
  if (APPROXIMATE_AFTER.test(rest)) {
    rest = rest.replace(APPROXIMATE_AFTER, '');
    doubt = 'approximate';
  }
  const percent = PERCENT.test(rest);
  if (percent) rest = rest.replace(PERCENT, '').trim();
  rest = rest.replace(CENTS, '$1,$2').replace(NO_CENTS, '');
  rest = withoutCurrency(rest.replace(TRAILING_UNIT, ''));
  let factor = 1;
  for (const [suffix, times] of MULTIPLIERS) {
    if (!suffix.test(rest)) continue;
    rest = rest.replace(suffix, '').trim();
    factor = times;
    break;
  }
  const { digits, sign } = unsigned(rest);
  const core = readDigits(digits, decimal);
  if (!core) return undefined;
  const value = sign * exact(core.value, factor);
  if (!Number.isFinite(value)) return undefined;
  return { value, percent, ...((core.doubt ?? doubt) ? { doubt: core.doubt ?? doubt } : {}) };
}

/** A currency stands before or after a number, never inside. */
function withoutCurrency(text: string): string {
  return text.replace(CURRENCY, (sign, at: number) => (/\d\s*$/.test(text.slice(0, at)) && /^\s*\d/.test(text.slice(at + sign.length)) ? sign : '')).trim();
}

/** `129,3` thousands is 129300, not 129300.00000000001. */
function exact(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

function unsigned(text: string): { digits: string; sign: 1 | -1 } {
  const parentheses = /^\((.+)\)$/.exec(text);
  if (parentheses) return { digits: parentheses[1]!.trim(), sign: -1 };
  if (/^[-−–]\s*\d/.test(text)) return { digits: text.slice(1).trim(), sign: -1 };
  return { digits: text.replace(/^\+\s*/, ''), sign: 1 };
}

function readDigits(written: string, decimal: 'dot' | 'unknown'): { value: number; doubt?: NumberDoubt } | undefined {
  const spaced = /^\d{1,3}(?:[\s\u00a0\u202f\u2009\u2007'’]\d{3})+(?:[.,]\d+)?$/.test(written);
  const text = spaced ? written.replace(SPACES, '') : written;
  if (/^\d+$/.test(text)) return { value: Number(text) };
  if (/^\d*[.,]?\d+e[+-]?\d{1,3}$/i.test(text) || /^\d+[.,]\d+e[+-]?\d{1,3}$/i.test(text)) return { value: Number(text.replace(',', '.')) };
  if (/^\d*,\d+$/.test(text)) {
    const value = Number(text.replace(',', '.'));
    return looksLikeThousands(text, ',') && !spaced ? { value, doubt: 'thousands_or_decimal' } : { value };
  }
  if (/^\d*\.\d+$/.test(text)) {
    const value = Number(text);
    return decimal === 'unknown' && looksLikeThousands(text, '.') && !spaced ? { value, doubt: 'thousands_or_decimal' } : { value };
  }
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return { value: Number(text.replaceAll('.', '').replace(',', '.')) };
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text)) {
    return { value: Number(text.replaceAll(',', '')), doubt: 'us_separators' };
  }
  return undefined;
}

/** `12,345` may be twelve thousand; `0,345` and `12,34` may not. */
function looksLikeThousands(text: string, sign: ',' | '.'): boolean {
  const [whole = '', part = ''] = text.split(sign);
  return part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
}
