import type { PublishedGroup, PublishedNumber, PublishedRow, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatEuros, formatNumber, formatPublished } from '#lib/domain/format/index.ts';
import type { BaseKind } from '#lib/domain/indicators/definition.ts';
import { baseCount, everybody, rowShare } from '#lib/domain/indicators/row-share.ts';
import { shareText } from '#lib/domain/indicators/sentences/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** A table of texts, ready for HTML. `head` groups columns when a table is crossed. */
export type TableModel = { corner: string; head?: { label: string; span: number }[]; columns: string[]; rows: { label: string; cells: string[] }[] };

/** A percentage, or the reason why there is none. */
function percent(group: PublishedGroup, row: PublishedRow, base: BaseKind, lang: Lang): string {
  const share = rowShare(group, row, base);
  if (share) return shareText(share, lang);
  if (row.count.status !== 'ok') return row.count.status;
  const denominator = baseCount(group, base);
  return denominator.status === 'ok' ? 'z' : denominator.status;
}

const missing: PublishedNumber = { status: 'z' };
const euros = (number: PublishedNumber | undefined, lang: Lang) => (number?.status === 'ok' ? formatEuros(number.value, lang) : (number ?? missing).status);

/** The numbers of a figure as a table: counts and percentages in separate columns, symbols where there is no number. */
export function tableModel(table: PublishedTable, base: BaseKind, lang: Lang): TableModel {
  if (table.measure === 'quantiles') return quantiles(table, lang);
  if (table.breakdown !== null) return crossed(table, base, lang);
  const all = everybody(table);
  const locale = { locale: lang };
  const corner = m.figure_table_option({}, locale);
  if (table.measure === 'mix') {
    return {
      corner,
      columns: [m.figure_table_caisses({}, locale), m.figure_mix_mean({}, locale), m.figure_mix_totals({}, locale)],
      rows: all.rows.map((row) => ({
        label: row.label[lang],
        cells: [formatPublished(row.count, lang, 'count'), formatPublished(row.meanOfShares ?? missing, lang, 'share', 1), formatPublished(row.shareOfTotals ?? missing, lang, 'share', 1)]
      }))
    };
  }
  if (table.measure === 'amounts_by_item') {
    return {
      corner,
      columns: [m.figure_table_caisses({}, locale), m.figure_table_share({}, locale), m.figure_table_total({}, locale), m.figure_table_median({}, locale), m.figure_table_largest({}, locale)],
      rows: all.rows.map((row) => ({
        label: row.label[lang],
        cells: [formatPublished(row.count, lang, 'count'), percent(all, row, base, lang), euros(row.total, lang), euros(row.median, lang), formatPublished(row.largestShare ?? missing, lang, 'share')]
      }))
    };
  }
  const bounded = base !== 'mentions' && all.rows.some((row) => row.bounds);
  return {
    corner,
    columns: [m.figure_table_caisses({}, locale), m.figure_table_share({}, locale), ...(bounded ? [m.figure_table_least({}, locale), m.figure_table_most({}, locale)] : [])],
    rows: all.rows.map((row) => ({
      label: row.label[lang],
      cells: [
        formatPublished(row.count, lang, 'count'),
        percent(all, row, base, lang),
        ...(bounded ? (row.bounds ? [row.bounds.low, row.bounds.high].map((value) => formatNumber(value, lang)) : [row.count.status, row.count.status]) : [])
      ]
    }))
  };
}

function quantiles(table: PublishedTable, lang: Lang): TableModel {
  const locale = { locale: lang };
  const value = (number: PublishedNumber | undefined) => formatPublished(number ?? missing, lang, table.unit);
  return {
    corner: m.figure_table_group({}, locale),
    columns: [m.figure_table_caisses({}, locale), m.figure_table_min({}, locale), m.figure_table_q1({}, locale), m.figure_table_median({}, locale), m.figure_table_q3({}, locale), m.figure_table_max({}, locale), m.figure_table_mean({}, locale)],
    rows: table.groups.map((group) => {
      const summary = group.summary;
      return { label: group.label[lang], cells: [formatPublished(summary?.n ?? group.answered, lang, 'count'), ...[summary?.min, summary?.q1, summary?.median, summary?.q3, summary?.max, summary?.mean].map(value)] };
    })
  };
}

function crossed(table: PublishedTable, base: BaseKind, lang: Lang): TableModel {
  const locale = { locale: lang };
  const all = everybody(table);
  const groups = [...table.groups.filter((group) => group.code !== null), all];
  const mix = table.measure === 'mix';
  const amounts = table.measure === 'amounts_by_item';
  const second = mix ? m.figure_mix_mean({}, locale) : amounts ? m.figure_table_total({}, locale) : m.figure_table_share({}, locale);
  return {
    corner: m.figure_table_option({}, locale),
    head: groups.map((group) => ({ label: `${group.label[lang]} (${formatPublished(baseCount(group, base), lang, 'count')})`, span: 2 })),
    columns: groups.flatMap(() => [m.figure_table_caisses({}, locale), second]),
    rows: all.rows.map((row) => ({
      label: row.label[lang],
      cells: groups.flatMap((group) => {
        const own = group.rows.find((each) => each.code === row.code);
        if (!own) return ['z', 'z'];
        const other = mix ? formatPublished(own.meanOfShares ?? missing, lang, 'share', 1) : amounts ? euros(own.total, lang) : percent(group, own, base, lang);
        return [formatPublished(own.count, lang, 'count'), other];
      })
    }))
  };
}
