import type { PublishedGroup, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatNumber, formatPublished, formatQuantity } from '#lib/domain/format/index.ts';
import { everybody, known } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { DotsGroup } from '../../charts/layout/dots-median.ts';

/** A number's distribution, group by group; the unbroken table has one group. */
export function dotsModel(table: PublishedTable, lang: Lang) {
  const broken = table.groups.filter((group) => group.code !== null);
  const shown: PublishedGroup[] = broken.length > 0 ? broken : [everybody(table)];
  const groups: DotsGroup[] = shown.map((group) => ({
    code: group.code ?? 'all',
    label: group.label[lang],
    note: m.figure_answers({ n: formatPublished(group.answered, lang, 'count') }, { locale: lang }),
    values: group.summary?.dots ?? [],
    median: known(group.summary?.median),
    q1: known(group.summary?.q1),
    q3: known(group.summary?.q3)
  }));
  const quantity = (value: number) => formatQuantity(value, table.unit, lang);
  const money = table.unit === 'eur_per_year' || table.unit === 'eur_since_creation';
  const marks = (group: DotsGroup) => {
    const found: { value: number; label: string }[] = [];
    const detailed = shown.length === 1;
    if (detailed && group.q1 !== undefined) found.push({ value: group.q1, label: m.figure_q1({ value: quantity(group.q1) }, { locale: lang }) });
    if (group.median !== undefined) found.push({ value: group.median, label: detailed ? m.figure_median({ value: quantity(group.median) }, { locale: lang }) : quantity(group.median) });
    if (detailed && group.q3 !== undefined) found.push({ value: group.q3, label: m.figure_q3({ value: quantity(group.q3) }, { locale: lang }) });
    return found;
  };
  return { groups, marks, format: (value: number) => (money ? quantity(value) : formatNumber(value, lang)), hasDots: groups.some((group) => group.values.length > 0) };
}
