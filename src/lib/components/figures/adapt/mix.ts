import type { PublishedGroup, PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatPublished } from '#lib/domain/format/index.ts';
import { everybody } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { MixBar } from '../../charts/layout/mix-bars.ts';
import { familyColour, onFamilyColour, shortLabel } from '../families.ts';

function bar(group: PublishedGroup, code: string, label: string, note: string, pick: 'meanOfShares' | 'shareOfTotals', lang: Lang): MixBar {
  return {
    code,
    label,
    note,
    parts: group.rows.map((row) => {
      const value: PublishedNumber = row[pick] ?? { status: 'x' };
      return { code: row.code, label: shortLabel(row.code, row.label, lang), value, text: formatPublished(value, lang, 'share'), colour: familyColour(row.code), onColour: onFamilyColour(row.code) };
    })
  };
}

/** The mix by both aggregations, named; of a crossed table, the mean of shares of each group. */
export function mixModel(table: PublishedTable, lang: Lang): MixBar[] {
  const groups = table.groups.filter((group) => group.code !== null);
  const locale = { locale: lang };
  if (groups.length > 0) {
    return groups.map((group) => bar(group, group.code ?? '', group.label[lang], m.figure_answers({ n: formatPublished(group.answered, lang, 'count') }, locale), 'meanOfShares', lang));
  }
  const all = everybody(table);
  const bars = [bar(all, 'meanOfShares', m.figure_mix_mean({}, locale), m.figure_mix_mean_note({}, locale), 'meanOfShares', lang)];
  if (all.rows.some((row) => row.shareOfTotals)) bars.push(bar(all, 'shareOfTotals', m.figure_mix_totals({}, locale), m.figure_mix_totals_note({}, locale), 'shareOfTotals', lang));
  return bars;
}
