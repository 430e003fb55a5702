import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatPublished } from '#lib/domain/format/index.ts';
import { known } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { BarRow } from '../../charts/layout/ranked-bars.ts';
import { familyColour } from '../families.ts';

export type Panel = { code: string; label: string; note: string; rows: BarRow[] };

/** Each group of a crossed table as a small figure of counts, all on one scale. */
export function panelsModel(table: PublishedTable, lang: Lang): { panels: Panel[]; max: number } {
  const groups = table.groups.filter((group) => group.code !== null);
  const panels = groups.map((group) => ({
    code: group.code ?? '',
    label: group.label[lang],
    note: m.figure_answers({ n: formatPublished(group.answered, lang, 'count') }, { locale: lang }),
    rows: group.rows.map((row) => ({ code: row.code, label: row.label[lang], count: row.count, countText: formatPublished(row.count, lang, 'count'), shareText: '', colour: familyColour(row.code) }))
  }));
  const max = Math.max(1, ...groups.flatMap((group) => group.rows.map((row) => known(row.count) ?? 0)));
  return { panels, max };
}
