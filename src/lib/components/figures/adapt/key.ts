import type { PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { KeyEntry } from '../../charts/layout/key.ts';

/** The numbers that a table's picture draws: a symbol that is only in the table needs no place in the key. */
export function drawnNumbers(table: PublishedTable): PublishedNumber[] {
  const groups = table.groups.filter((group) => (table.breakdown === null) === (group.code === null));
  const shown = groups.flatMap((group): (PublishedNumber | undefined)[] => {
    if (table.measure === 'quantiles') return [group.summary?.median];
    return group.rows.flatMap((row) =>
      table.measure === 'mix' ? [row.meanOfShares, table.breakdown === null ? row.shareOfTotals : undefined] : table.measure === 'amounts_by_item' && table.breakdown === null ? [row.count, row.total] : [row.count]
    );
  });
  return shown.filter((number) => number !== undefined);
}

/** Every number of a table's rows and summaries. */
export function allNumbers(table: PublishedTable): PublishedNumber[] {
  const all = table.groups.flatMap((group) => [
    group.summary?.median,
    group.summary?.q1,
    group.summary?.min,
    ...group.rows.flatMap((row) => [row.count, row.meanOfShares, row.shareOfTotals, row.total, row.median, row.largestShare])
  ]);
  return all.filter((number) => number !== undefined);
}

/** True when some number has this status. */
export function hasStatus(numbers: PublishedNumber[], status: 'c' | 'x' | 'z' | 'low'): boolean {
  return numbers.some((number) => number.status === status);
}

/** The part of a key that is the same in every figure: what is hidden, what is missing. */
export function statusEntries(table: PublishedTable, lang: Lang): KeyEntry[] {
  const locale = { locale: lang };
  const numbers = drawnNumbers(table);
  const entries: KeyEntry[] = [];
  if (hasStatus(numbers, 'c')) entries.push({ swatch: 'secret', label: m.figure_key_secret({}, locale) });
  if (hasStatus(numbers, 'x')) entries.push({ swatch: 'nodata', label: m.figure_key_nodata({}, locale) });
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
  if (banded) entries.push({ swatch: 'band', label: unit === 'dot' ? m.figure_key_silent({}, locale) : m.figure_key_band({}, locale) });
  return [...entries, ...statusEntries(table, lang)];
}
