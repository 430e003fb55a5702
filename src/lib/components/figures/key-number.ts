import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatEuros, formatNumber, formatPublished, formatQuantity, formatShare } from '#lib/domain/format/index.ts';
import { everybody, known, leadingRow, rowShare } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** The number of a table that is shown large, and what it is out of when it is a count. A hidden number gives its symbol. */
export function keyNumber(table: PublishedTable, lang: Lang): { value: string; of?: string } {
  const all = everybody(table);
  if (table.measure === 'quantiles') {
    const median = known(all.summary?.median);
    return { value: median === undefined ? formatPublished(all.summary?.median ?? { status: 'x' }, lang, table.unit) : formatQuantity(median, table.unit, lang) };
  }
  const row = leadingRow(table, all);
  if (!row) return { value: 'c' };
  if (table.measure === 'mix') return { value: formatShare(known(row.meanOfShares) ?? 0, lang) };
  if (table.measure === 'amounts_by_item') return { value: formatEuros(known(row.total) ?? 0, lang) };
  const share = rowShare(all, row, table.base);
  if (!share) return { value: formatPublished(row.count, lang, 'count') };
  return { value: formatNumber(share.numerator, lang), of: m.figure_key_of({ base: formatNumber(share.base, lang) }, { locale: lang }) };
}
