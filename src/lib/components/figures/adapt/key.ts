import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { KeyEntry } from '../../charts/layout/key.ts';

/** True when some number of the table has this status. */
export function hasStatus(table: PublishedTable, status: 'c' | 'x' | 'z' | 'low'): boolean {
  return JSON.stringify(table.groups).includes(`"status":"${status}"`);
}

/** The part of a key that is the same in every figure: what is hidden, what is missing. */
export function statusEntries(table: PublishedTable, lang: Lang): KeyEntry[] {
  const locale = { locale: lang };
  const entries: KeyEntry[] = [];
  if (hasStatus(table, 'c')) entries.push({ swatch: 'secret', label: m.figure_key_secret({}, locale) });
  if (hasStatus(table, 'x')) entries.push({ swatch: 'nodata', label: m.figure_key_nodata({}, locale) });
  return entries;
}

/** Key of counts drawn as bars or as dots. */
export function countEntries(table: PublishedTable, unit: 'bar' | 'dot', banded: boolean, lang: Lang, colour?: string): KeyEntry[] {
  const locale = { locale: lang };
  const entries: KeyEntry[] =
    unit === 'dot'
      ? [
          { swatch: 'dot', label: m.figure_key_dot({}, locale), ...(colour ? { colour } : {}) },
          { swatch: 'hollow', label: m.figure_key_hollow({}, locale) }
        ]
      : [{ swatch: 'bar', label: m.figure_key_bar({}, locale), ...(colour ? { colour } : {}) }];
  if (banded) entries.push({ swatch: 'band', label: m.figure_key_band({}, locale) });
  return [...entries, ...statusEntries(table, lang)];
}
