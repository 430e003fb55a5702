import type { PublishedGroup, PublishedNumber, PublishedTable } from '../../confidentiality/published.ts';
import { formatNumber, formatPublished, formatQuantity, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { BaseKind } from '../definition.ts';
import { known, rowShare } from '../row-share.ts';
import { shareText } from './share-text.ts';
import { statisticalTitle } from './statistical-title.ts';

/**
 * Everything a figure shows, in one text, for who cannot see it: title, then each group with each of its values.
 * Values under a symbol are given as that symbol.
 */
export function imageDescription(table: PublishedTable, lang: Lang, base: BaseKind): string {
  const colon = lang === 'fr' ? ' : ' : ': ';
  const separator = lang === 'fr' ? ' ; ' : '; ';
  const groups = table.groups.map((group) => {
    const values = table.measure === 'quantiles' ? summary(table, group, lang) : group.rows.map((row) => `${row.label[lang]}${colon}${rowText(table, group, row, lang, base)}`);
    return (table.breakdown ? `${group.label[lang]} – ` : '') + values.join(separator);
  });
  return typeset([statisticalTitle(table, lang), ...groups].join('. ') + '.', lang);
}

function rowText(table: PublishedTable, group: PublishedGroup, row: PublishedGroup['rows'][number], lang: Lang, base: BaseKind): string {
  if (table.measure === 'mix') return formatPublished(row.meanOfShares ?? { status: 'x' }, lang, 'share');
  const share = rowShare(group, row, table.measure === 'amounts_by_item' ? 'answered' : base);
  const count = share
    ? lang === 'fr'
      ? `${formatNumber(share.numerator, lang)} sur ${formatNumber(share.base, lang)} (${shareText(share, lang)})`
      : `${formatNumber(share.numerator, lang)} of ${formatNumber(share.base, lang)} (${shareText(share, lang)})`
    : formatPublished(row.count, lang, 'count');
  if (table.measure !== 'amounts_by_item') return count;
  return `${count}, ${formatPublished(row.total ?? { status: 'x' }, lang, table.unit)}`;
}

function summary(table: PublishedTable, group: PublishedGroup, lang: Lang): string[] {
  const colon = lang === 'fr' ? ' : ' : ': ';
  const write = (number: PublishedNumber | undefined): string => {
    const value = known(number);
    return value === undefined ? (number?.status ?? 'x') : formatQuantity(value, table.unit, lang);
  };
  const names = lang === 'fr' ? ['médiane', 'premier quartile', 'troisième quartile', 'caisses'] : ['median', 'first quartile', 'third quartile', 'caisses'];
  const of = group.summary;
  const values = [write(of?.median), write(of?.q1), write(of?.q3), formatPublished(of?.n ?? { status: 'x' }, lang, 'count')];
  return names.map((name, index) => `${name}${colon}${values[index]}`);
}
