import type { PublishedComparison } from '#lib/domain/confidentiality/published-comparison.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatShare, shareDecimals } from '#lib/domain/format/index.ts';
import { everybody, known } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { SlopeLine } from '../../charts/layout/slope.ts';
import { familyColour, familyOf, shortLabel } from '../families.ts';
import { optionColour } from '../option-colours.ts';

/** Shares at both waves, for rows that may be told at one of them at least. Empty across a break in series, and for numbers. */
export function slopeLines(table: PublishedTable, comparison: PublishedComparison, lang: Lang): SlopeLine[] {
  if (!comparison.comparable || table.measure === 'quantiles' || table.measure === 'amounts_by_item') return [];
  return comparison.rows.flatMap((row) => {
    const { from, to } = ends(table, comparison, row);
    if (from === undefined && to === undefined) return [];
    const text = (share: number | undefined, base: number) => (share === undefined ? '' : formatShare(share, lang, table.measure === 'mix' ? 0 : shareDecimals(Math.round(share * base), base)));
    return [
      {
        code: row.code,
        label: shortLabel(row.code, row.label, lang),
        from,
        to,
        fromText: text(from, comparison.answeredBefore),
        toText: text(to, comparison.answeredAfter),
        comparable: row.presence === 'both',
        colour: familyOf(row.code) ? familyColour(row.code) : optionColour(row.code)
      }
    ];
  });
}

/** Shares of one row at both waves; undefined for what may not be told. */
export function ends(table: PublishedTable, comparison: PublishedComparison, row: PublishedComparison['rows'][number]): { from: number | undefined; to: number | undefined } {
  if (table.measure === 'mix') {
    const to = known(everybody(table).rows.find((each) => each.code === row.code)?.meanOfShares);
    const level = known(row.level);
    return { to, from: to === undefined || level === undefined ? undefined : to - level };
  }
  const share = (count: number | undefined, base: number) => (count === undefined || base === 0 ? undefined : count / base);
  return { from: share(known(row.before), comparison.answeredBefore), to: share(known(row.after), comparison.answeredAfter) };
}
