import type { PublishedGroup, PublishedNumber, PublishedRow, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatEuros, formatPublished, formatQuantity } from '#lib/domain/format/index.ts';
import type { BaseKind } from '#lib/domain/indicators/definition.ts';
import { baseCount, everybody, known, rowShare } from '#lib/domain/indicators/row-share.ts';
import { shareText } from '#lib/domain/indicators/sentences/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { optionColour } from '../figures/option-colours.ts';

/** One line of an interactive figure: a value and a sentence per series; no value where the number is hidden. */
export type BarDatum = { code: string; label: string; values: Record<string, number | undefined>; texts: Record<string, string> };
export type BarSeries = { key: string; label: string; colour: string };
export type BarsView = { kind: 'bars'; rows: BarDatum[]; series: BarSeries[]; axis: string; hidden: number; format: (value: number) => string };
export type DotsView = { kind: 'dots'; values: number[]; axis: string; format: (value: number) => string };
export type InteractiveView = BarsView | DotsView;

const ALL = 'all';

type Told = { number: PublishedNumber | undefined; text: string };

/** `6 sur 7 (86 %)`: a count, what it is out of, and the percentage on the base asked for. */
function countTold(group: PublishedGroup, row: PublishedRow, base: BaseKind, lang: Lang): Told {
  const of = baseCount(group, base);
  const share = rowShare(group, row, base);
  const count = formatPublished(row.count, lang, 'count');
  if (!share || of.status !== 'ok') return { number: row.count, text: count };
  const whole = m.figure_out_of({ count, base: formatPublished(of, lang, 'count') }, { locale: lang });
  return { number: row.count, text: `${whole} (${shareText(share, lang)})` };
}

function rowTold(table: PublishedTable, group: PublishedGroup, row: PublishedRow, base: BaseKind, lang: Lang): Told {
  if (table.measure === 'mix') return { number: row.meanOfShares, text: formatPublished(row.meanOfShares ?? { status: 'z' }, lang, 'share', 1) };
  if (table.measure === 'amounts_by_item') return { number: row.total, text: row.total?.status === 'ok' ? formatEuros(row.total.value, lang) : formatPublished(row.total ?? { status: 'z' }, lang, table.unit) };
  return countTold(group, row, base, lang);
}

function axisOf(table: PublishedTable, lang: Lang): string {
  const locale = { locale: lang };
  if (table.measure === 'mix') return m.explorer_axis_share({}, locale);
  if (table.measure === 'amounts_by_item') return m.explorer_axis_euros({ period: table.period?.[lang] ?? '' }, locale).trim();
  return m.explorer_axis_count({}, locale);
}

const formatOf = (table: PublishedTable, lang: Lang) => (value: number) =>
  table.measure === 'mix' ? formatPublished({ status: 'ok', value }, lang, 'share') : table.measure === 'amounts_by_item' ? formatEuros(value, lang) : formatQuantity(value, table.measure === 'quantiles' ? table.unit : 'none', lang);

/**
 * What can be handled of a table: its dots when the question is open, else its numbers as bars, one series per group.
 * Undefined when fewer than two of its numbers may be shown.
 */
export function interactiveView(table: PublishedTable, base: BaseKind, lang: Lang): InteractiveView | undefined {
  const all = everybody(table);
  const format = formatOf(table, lang);
  const crossed = table.groups.filter((group) => group.code !== null);
  if (table.measure === 'quantiles') {
    const dots = all.summary?.dots ?? [];
    const unit = table.period ? `${table.title[lang]} (${table.period[lang]})` : table.title[lang];
    if (crossed.length === 0) return dots.length > 1 ? { kind: 'dots', values: dots, axis: unit, format } : undefined;
    return bars(crossed.map((group) => ({ code: group.code ?? ALL, label: group.label[lang], told: [{ key: ALL, number: group.summary?.median, text: formatPublished(group.summary?.median ?? { status: 'z' }, lang, table.unit) }] })), [{ key: ALL, label: m.explorer_axis_median({}, { locale: lang }), colour: 'var(--mark)' }], m.explorer_axis_median({}, { locale: lang }), format);
  }
  const groups = crossed.length > 0 ? crossed : [all];
  const rows = all.rows.map(({ code, label }) => ({
    code,
    label: label[lang],
    told: groups.map((group) => {
      const row = group.rows.find((each) => each.code === code);
      return { key: group.code ?? ALL, ...(row ? rowTold(table, group, row, base, lang) : { number: { status: 'z' } as const, text: 'z' }) };
    })
  }));
  const series = groups.map((group) => ({ key: group.code ?? ALL, label: group.label[lang], colour: group.code === null ? 'var(--mark)' : optionColour(group.code) }));
  return bars(rows, distinct(series), axisOf(table, lang), format);
}

/** Groups without a colour of their own take the option colours in turn, so that two of them never share one. */
function distinct(series: BarSeries[]): BarSeries[] {
  const colours = new Set(series.map((each) => each.colour));
  return colours.size === series.length ? series : series.map((each, index) => ({ ...each, colour: `var(--option-${(index % 8) + 1})` }));
}

type ToldRow = { code: string; label: string; told: (Told & { key: string })[] };

function bars(rows: ToldRow[], series: BarSeries[], axis: string, format: (value: number) => string): BarsView | undefined {
  const numbers = rows.flatMap((row) => row.told.map(({ number }) => number));
  if (numbers.filter((number) => known(number) !== undefined).length < 2) return undefined;
  return {
    kind: 'bars',
    series,
    axis,
    format,
    hidden: numbers.filter((number) => number?.status === 'c').length,
    rows: rows.map(({ code, label, told }) => ({
      code,
      label,
      values: Object.fromEntries(told.map(({ key, number }) => [key, known(number)])),
      texts: Object.fromEntries(told.map(({ key, text }) => [key, text]))
    }))
  };
}

/** Rows by their total over the series shown, largest first; rows without a number come last in their own order. */
export function byValue(rows: readonly BarDatum[], keys: readonly string[]): BarDatum[] {
  const total = (row: BarDatum) => keys.reduce<number | undefined>((sum, key) => (row.values[key] === undefined ? sum : (sum ?? 0) + (row.values[key] ?? 0)), undefined) ?? -1;
  return rows.toSorted((a, b) => total(b) - total(a));
}
