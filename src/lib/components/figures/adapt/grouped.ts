import type { PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatPublished } from '#lib/domain/format/index.ts';
import type { BaseKind } from '#lib/domain/indicators/definition.ts';
import { baseCount, everybody, known } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import type { GroupedCategory } from '../../charts/layout/grouped-bars.ts';

/** One dot per caisse is still countable up to here. */
const MOST_DOTS = 45;

/** `6 sur 7`, or the symbol of what is hidden. */
function outOf(count: PublishedNumber, base: PublishedNumber, lang: Lang): string {
  const of = known(base);
  if (count.status !== 'ok' || of === undefined) return formatPublished(count, lang, 'count');
  return m.figure_out_of({ count: formatPublished(count, lang, 'count'), base: formatPublished(base, lang, 'count') }, { locale: lang });
}

/** A crossed table as categories with one bar, or row of dots, per group. Largest categories first. */
export function groupedModel(table: PublishedTable, base: BaseKind, lang: Lang): { categories: GroupedCategory[]; unit: 'bar' | 'dot' } {
  const groups = table.groups.filter((group) => group.code !== null);
  const order = everybody(table).rows.toSorted((a, b) => (table.measure === 'classes' ? 0 : (known(b.count) ?? -1) - (known(a.count) ?? -1)));
  const categories = order.map((row) => ({
    code: row.code,
    label: row.label[lang],
    bars: groups.map((group) => {
      const count = group.rows.find((each) => each.code === row.code)?.count ?? { status: 'x' as const };
      const denominator = baseCount(group, base);
      return { code: group.code ?? '', label: group.label[lang], count, base: denominator, text: outOf(count, denominator, lang), colour: 'var(--mark)' };
    })
  }));
  const largest = Math.max(0, ...groups.map((group) => known(baseCount(group, base)) ?? 0));
  return { categories, unit: largest <= MOST_DOTS ? 'dot' : 'bar' };
}
