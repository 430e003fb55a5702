import { requireCount } from './checks.ts';

/** A printed percentage: 0 to 100, and the decimals it was printed with. */
export type PrintedPercentage = { value: number; decimals: number };

const PRINTED = /^[\s\u00a0\u202f]*(\d{1,3})(?:[.,](\d+))?[\s\u00a0\u202f]*%?[\s\u00a0\u202f]*$/;

/**
 * Reads "87,5 %", "20%" or "18": the number and how many decimals are shown. Undefined when the text is something else.
 * @example
 * readPercentage('87,5 %') // → { value: 87.5, decimals: 1 }
 * readPercentage('a few') // → undefined
 */
export function readPercentage(text: string): PrintedPercentage | undefined {
  const [, whole, decimals = ''] = PRINTED.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return { value: Number(decimals ? `${whole}.${decimals}` : whole), decimals: decimals.length };
}

function printed(percentage: string | number, decimals: number | undefined): PrintedPercentage | undefined {
  const read = readPercentage(typeof percentage === 'number' ? String(percentage) : percentage);
  return read && { value: read.value, decimals: decimals ?? read.decimals };
}

/**
 * The integer counts over `base` that are printed as `percentage` with `decimals` decimals (halves rounded up).
 *
 * `percentage` runs 0 to 100; `decimals` defaults to those that are written. Several counts are possible when the base
 * is large. Empty when there is none, when the text is no percentage or when the base is empty.
 * R: `Filter(function(k) round_half_up(100 * k / base, decimals) == percentage, 0:base)`.
 * @example
 * countsBehind('18 %', 11) // → [2]
 * countsBehind(20, 11, 0) // → []
 * countsBehind(87.5, 32, 1) // → [28]
 */
export function countsBehind(percentage: string | number, base: number, decimals?: number): number[] {
  requireCount(base, 'base');
  const read = printed(percentage, decimals);
  if (!read || base === 0) return [];
  const scale = 10 ** read.decimals;
  const units = Math.round(read.value * scale);
  // A value written with more decimals than are asked for cannot have been rounded to that many.
  if (Math.abs(units - read.value * scale) > 1e-9 * scale) return [];
  const counts: number[] = [];
  const first = Math.max(0, Math.floor(((units - 1) * base) / (100 * scale)));
  const last = Math.min(base, Math.ceil(((units + 1) * base) / (100 * scale)));
  for (let count = first; count <= last; count++)
    // Integers on both sides: rounding half up is units - 1/2 ≤ 100·scale·count/base < units + 1/2.
    if (Math.floor((200 * scale * count + base) / (2 * base)) === units) counts.push(count);
  return counts;
}

/**
 * Whether some integer count over `base` is printed as this percentage. 20 % of 11 is refused, 18 % is accepted (2 of 11).
 * @example
 * isPossiblePercentage('20 %', 11) // → false
 * isPossiblePercentage('18 %', 11) // → true
 */
export function isPossiblePercentage(percentage: string | number, base: number, decimals?: number): boolean {
  return countsBehind(percentage, base, decimals).length > 0;
}
