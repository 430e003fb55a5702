import type { PublishedGroup, PublishedNumber } from '#lib/domain/confidentiality/published.ts';
import { formatEuros, formatPublished } from '#lib/domain/format/index.ts';
import { FAMILY_LABELS, FUNDER_FAMILIES } from '#lib/domain/indicators/funder-types.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { PairedFamily } from '../../charts/layout/paired-bars.ts';
import { familyColour, familyOf } from '../families.ts';

/** Caisses and euros by funder type, gathered by family in their fixed order. */
export function pairedModel(group: PublishedGroup, lang: Lang): PairedFamily[] {
  const euros = (total: PublishedNumber) => (total.status === 'ok' ? formatEuros(total.value, lang) : total.status);
  return FUNDER_FAMILIES.map((family) => ({
    code: family,
    label: FAMILY_LABELS[family][lang],
    rows: group.rows
      .filter((row) => familyOf(row.code) === family)
      .map((row) => {
        const right = row.total ?? { status: 'x' as const };
        return { code: row.code, label: row.label[lang], left: row.count, right, leftText: formatPublished(row.count, lang, 'count'), rightText: euros(right), colour: familyColour(row.code) };
      })
  })).filter((family) => family.rows.length > 0);
}
