import type { PublishedGroup, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatNumber, formatPublished } from '#lib/domain/format/index.ts';
import type { BaseKind } from '#lib/domain/indicators/definition.ts';
import { baseCount, known, rowShare } from '#lib/domain/indicators/row-share.ts';
import { shareText } from '#lib/domain/indicators/sentences/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { BarRow, Reference } from '../../charts/layout/ranked-bars.ts';
import { familyColour, familyOf } from '../families.ts';

/** Below it, counts come first and every caisse is a dot. */
export const SMALL_BASE = 20;

export type BarsModel = { rows: BarRow[]; max: number; base: number | undefined; references: Reference[]; unit: 'bar' | 'dot'; sorted: boolean; banded: boolean };

/** A group's counts ready to be drawn as bars, or as dots when its base is small. */
export function barsModel(table: PublishedTable, group: PublishedGroup, base: BaseKind, lang: Lang): BarsModel {
  const denominator = known(baseCount(group, base));
  const population = known(group.population);
  const answered = known(group.answered);
  // Ticks have no silent counterpart, and everybody's answer leaves nothing uncertain.
  const silent = base !== 'mentions' && population !== undefined && answered !== undefined && population > answered;
  const banded = silent && group.rows.some((row) => row.bounds !== undefined);
  const rows = group.rows.map((row) => {
    const share = rowShare(group, row, base);
    return {
      code: row.code,
      label: row.label[lang],
      count: row.count,
      countText: formatPublished(row.count, lang, 'count'),
      shareText: share ? shareText(share, lang) : '',
      bounds: banded ? row.bounds : undefined,
      colour: familyOf(row.code) ? familyColour(row.code) : undefined
    };
  });
  const most = Math.max(1, ...group.rows.map((row) => known(row.count) ?? 0));
  const references: Reference[] = [];
  if (answered !== undefined && base !== 'mentions') references.push({ value: answered, label: m.figure_reference_answered({ n: formatNumber(answered, lang) }, { locale: lang }) });
  if (banded) references.push({ value: population, label: m.figure_reference_population({ n: formatNumber(population, lang) }, { locale: lang }) });
  return {
    rows,
    max: base === 'mentions' ? most : Math.max(most, banded ? population : (answered ?? most)),
    base: answered,
    references,
    unit: denominator !== undefined && denominator < SMALL_BASE ? 'dot' : 'bar',
    sorted: table.measure !== 'classes',
    banded
  };
}
