import { fold } from './fold.ts';

/** What an editor has to settle about a date. */
export type DateDoubt = 'order' | 'month_first' | 'century' | 'serial';

/** `iso`: ISO 8601, reduced to what is written (`2024`, `2024-03`, `2024-03-15`, `2024-03-15T09:10:00`, with `Z` when the zone is known). */
export type DateReading = { iso: string; doubt?: DateDoubt };

const MONTHS = [
  ['janvier', 'janv', 'jan', 'january'], ['fevrier', 'fevr', 'fev', 'feb', 'february'], ['mars', 'mar', 'march'],
  ['avril', 'avr', 'apr', 'april'], ['mai', 'may'], ['juin', 'jun', 'june'], ['juillet', 'juil', 'jul', 'july'],
  ['aout', 'aou', 'aug', 'august'], ['septembre', 'sept', 'sep', 'september'], ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'], ['decembre', 'dec', 'december']
];
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const TIME = /(?:[T\s,–-]+(?:à\s+)?\s*(\d{1,2})[:h](\d{2})(?:[:m](\d{2})(?:[.,]\d+)?)?\s*(am|pm)?\s*(z|(?:utc|gmt)?\s*[+-]\d{1,2}(?::?\d{2})?|[a-z]{3,4})?)?$/i;

/**
 * A date as tools and people write it: ISO, `15/03/2024`, `15/03/24`, `2026/03/10 2:00:00 PM UTC+1`, `10/03/2026 - 09:00`,
 * `1er mars 2024`, `mars 2024`, `2024`, a spreadsheet serial (1900 system). Undefined when it is none of these.
 * `01/02/03` and `03/04/24` are read in the French order, with a doubt.
 */
export function readDate(text: string): DateReading | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 4 || trimmed.length > 60) return undefined;
  const numeric = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})(?=$|[T\s,–-])/.exec(trimmed);
  if (numeric) return numericDate(numeric, trimmed.slice(numeric[0].length));
  if (/^(19|20)\d{2}$/.test(trimmed)) return { iso: trimmed };
  const month = /^((?:19|20)\d{2})-(\d{2})$/.exec(trimmed) ?? /^(\d{1,2})\/((?:19|20)\d{2})$/.exec(trimmed);
  if (month) return yearMonth(month[1]!, month[2]!);
  if (/^\d{5}(?:\.\d+)?$/.test(trimmed)) return serialDate(Number(trimmed), false, true);
  return wordedDate(trimmed);
}

function yearMonth(a: string, b: string): DateReading | undefined {
  const [year, month] = a.length === 4 ? [a, Number(b)] : [b, Number(a)];
  return month >= 1 && month <= 12 ? { iso: `${year}-${two(month)}` } : undefined;
}

function numericDate(match: RegExpExecArray, rest: string): DateReading | undefined {
  const [, first = '', , middle = '', last = ''] = match;
  const time = readTime(rest);
  if (time === undefined) return undefined;
  if (first.length === 4) return assemble(Number(first), Number(middle), Number(last), time);
  if (last.length !== 4 && last.length !== 2) return undefined;
  const year = last.length === 4 ? Number(last) : Number(last) + (Number(last) < 70 ? 2000 : 1900);
  const [day, month] = [Number(first), Number(middle)];
  if (month > 12 && day <= 12) {
    const date = assemble(year, day, month, time);
    return date && { ...date, doubt: 'month_first' };
  }
  const date = assemble(year, month, day, time);
  if (!date) return undefined;
  const allSmall = last.length === 2 && Number(last) <= 31 && day <= 12;
  if (allSmall) return { ...date, doubt: 'order' };
  return last.length === 2 ? { ...date, doubt: 'century' } : date;
}

function wordedDate(text: string): DateReading | undefined {
  const words = fold(text).replace(/\b1er\b/, '1').split(' ');
  const at = words.findIndex((word) => MONTH_NUMBER.has(word));
  if (at < 0 || words.length > 5) return undefined;
  const month = MONTH_NUMBER.get(words[at]!)!;
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  if (numbers.length + 1 < words.length - 1) return undefined;
  // "15 mars" has no year, "mars 24" has one.
  if (numbers.length === 1 && numbers[0]! < 32 && /^\d/.test(words[at - 1] ?? '')) return undefined;
  const year = numbers.find((n) => n >= 1900 && n < 2100) ?? (numbers.length > 0 && numbers.at(-1)! < 70 ? numbers.at(-1)! + 2000 : undefined);
  if (year === undefined) return undefined;
  const day = numbers.length === 2 ? numbers.find((n) => n !== year && n !== year - 2000) : undefined;
  if (day === undefined) return numbers.length === 1 ? { iso: `${year}-${two(month)}` } : undefined;
  return assemble(year, month, day, '');
}

/** ISO time with its zone, '' without one, undefined when what follows the date is not a time. */
function readTime(rest: string): string | undefined {
  if (rest.trim() === '') return '';
  const match = TIME.exec(rest);
  if (!match || match[1] === undefined || match[0].length !== rest.length) return undefined;
  let hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return `T${two(hour)}:${two(minute)}:${two(second)}${zone(match[5])}`;
}

function zone(written: string | undefined): string {
  if (!written) return '';
  const offset = /([+-])(\d{1,2})(?::?(\d{2}))?/.exec(written);
  // `AST`, `CET`: names of zones are not unique; the local time is kept without one.
  if (!offset) return /^(?:z|utc|gmt)$/i.test(written.trim()) ? 'Z' : '';
  return `${offset[1]}${two(Number(offset[2]))}:${offset[3] ?? '00'}`;
}

function assemble(year: number, month: number, day: number, time: string): DateReading | undefined {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const midnight = /^T00:00:00$/.test(time);
  return { iso: `${year}-${two(month)}-${two(day)}${midnight ? '' : time}` };
}

/**
 * The date of a spreadsheet serial number. The 1900 system counts a 29 February 1900 that never was; the 1904 system starts 1,462 days later.
 */
export function serialDate(serial: number, system1904: boolean, doubtful = false): DateReading | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined;
  const days = system1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - 25_569) * 86_400);
  const iso = new Date(seconds * 1000).toISOString().slice(0, 19);
  const whole = iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
  return doubtful ? { iso: whole, doubt: 'serial' } : { iso: whole };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
