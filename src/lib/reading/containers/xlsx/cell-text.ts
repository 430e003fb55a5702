import { serialDate } from '../../values/dates.ts';
import { insides, xmlText } from '../xml.ts';
import type { CellKind } from './formats.ts';

/** What a sheet's cells refer to. */
export type Book = { strings: string[]; kinds: CellKind[]; system1904: boolean };

/** `_x000D_` is how Excel writes a control character. */
function unescape(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/**
 * The text of a cell: strings as they are, numbers with a dot, `TRUE` and `FALSE`, percentages as displayed (`37%` for 0.37),
 * dates in ISO. A formula counts by its cached value; `TRUE()` and `FALSE()` by themselves; another formula without a value
 * stays visible as `=…`.
 *
 * @param inner XML inside `<c>`
 */
export function cellText(type: string | undefined, style: number, inner: string, book: Book): string {
  if (type === 'inlineStr') return unescape(runs(inner));
  const value = element(inner, 'v');
  if (type === 's') return value === undefined ? '' : (book.strings[Number(value)] ?? '');
  const formula = value === undefined || value === '' ? element(inner, 'f') : undefined;
  if (formula !== undefined && formula !== '') {
    const literal = /^(TRUE|FALSE|VRAI|FAUX)\(\)$/i.exec(formula.trim())?.[1]?.toUpperCase();
    if (literal) return literal === 'VRAI' ? 'TRUE' : literal === 'FAUX' ? 'FALSE' : literal;
    return type === 'str' && value === '' ? '' : `=${xmlText(formula)}`;
  }
  if (value === undefined || value === '') return '';
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'str') return unescape(xmlText(value));
  if (type === 'e') return xmlText(value);
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  return numberText(value, book.kinds[style] ?? 'number', book.system1904);
}

/** The text of a number as it is stored, after what its format says that it is. */
export function numberText(value: string, kind: CellKind, system1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return xmlText(value);
  if (kind === 'percent') return `${Number((number * 100).toPrecision(15))}%`;
  if (kind === 'duration') return clock(number);
  if (kind === 'time' || (kind === 'date' && number > 0 && number < 1)) return number < 1 ? clock(number) : (serialDate(number, system1904)?.iso ?? value);
  if (kind === 'date') return serialDate(number, system1904)?.iso ?? String(number);
  // Excel stores 0.1 + 0.2 with 17 digits; 15 are what it shows.
  return value.length > 15 ? String(Number(number.toPrecision(15))) : String(number);
}

/** Hours may go beyond 24. */
function clock(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${days < 0 ? '-' : ''}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Text of all the `<t>` of a string, phonetic guides left out. */
export function runs(inner: string): string {
  let spoken = inner;
  if (inner.includes('rPh')) for (const guide of insides(inner, 'rPh')) spoken = spoken.replace(guide, '');
  let text = '';
  for (const run of insides(spoken, 't')) text += xmlText(run);
  return text;
}

/** Inside of the first `<name>`; '' when it is empty, undefined when absent. */
function element(inner: string, name: 'v' | 'f'): string | undefined {
  const at = inner.search(name === 'v' ? /<(?:\w+:)?v[\s>/]/ : /<(?:\w+:)?f[\s>/]/);
  if (at < 0) return undefined;
  const open = inner.indexOf('>', at);
  if (open < 0 || inner.charCodeAt(open - 1) === 47) return '';
  const close = inner.indexOf('</', open);
  return close < 0 ? '' : inner.slice(open + 1, close);
}

/** The shared strings of a workbook, in order. */
export function sharedStrings(xml: string): string[] {
  const found: string[] = [];
  for (const inner of insides(xml, 'si')) found.push(unescape(runs(inner)));
  return found;
}
