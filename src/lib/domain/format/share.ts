import type { Lang } from '../language.ts';
import { formatNumber } from './number.ts';
import { NBSP } from './spaces.ts';

/** `87,5 %` or `87.5%` from a number already in percent. */
export function formatPercent(percent: number, lang: Lang, decimals = 0): string {
  return formatNumber(percent, lang, { decimals }) + (lang === 'fr' ? `${NBSP}%` : '%');
}

/**
 * A share (0–1) as a percentage: `formatShare(0.875, 'fr', 1)` is `87,5 %` with a no-break space.
 * Trailing zeros are left out.
 */
export function formatShare(value: number, lang: Lang, decimals = 0): string {
  // 0.145 * 100 is 14.499999999999998: the noise of binary fractions must not decide a rounding.
  return formatPercent(Number((value * 100).toPrecision(12)), lang, decimals);
}
