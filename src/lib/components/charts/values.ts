import type { PublishedNumber } from '#lib/domain/confidentiality/published.ts';

/** How a mark is drawn: as its value, as hidden, as no data, or not at all (its symbol is written). */
export function markOf(number: PublishedNumber | undefined): 'value' | 'secret' | 'nodata' | 'none' {
  if (!number || number.status === 'x') return 'nodata';
  if (number.status === 'ok') return 'value';
  return number.status === 'c' ? 'secret' : 'none';
}
