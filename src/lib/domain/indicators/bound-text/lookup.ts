import type { PublishedNumber, PublishedTable } from '../../confidentiality/published.ts';
import { formatNumber, formatQuantity, formatShare } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { baseCount, rowShare } from '../row-share.ts';
import { shareText } from '../sentences/share-text.ts';
import type { Placeholder } from './placeholder.ts';

/** The number that a placeholder names, written in `lang`; `hidden` or `unknown` when it cannot be. */
export function lookUp(placeholder: Placeholder, tables: PublishedTable[], lang: Lang): { text: string } | 'hidden' | 'unknown' {
  const table = tableOf(placeholder, tables);
  const group = table?.groups.find((each) => each.code === (placeholder.group ?? null));
  if (!table || !group) return 'unknown';
  const row = group.rows.find((each) => each.code === placeholder.row);
  if (placeholder.row && !row) return 'unknown';
  const write = (number: PublishedNumber | undefined, format: (value: number) => string): { text: string } | 'hidden' | 'unknown' => {
    if (number?.status === 'ok') return { text: format(number.value) };
    return number?.status === 'c' ? 'hidden' : number?.status === 'low' ? { text: format(0) } : 'unknown';
  };
  const count = (value: number): string => formatNumber(value, lang, { decimals: 0 });
  const amount = (value: number): string => formatQuantity(value, table.unit, lang);
  const { member } = placeholder;
  switch (member) {
    case 'answered':
    case 'respondents':
    case 'population':
      return write(group[member], count);
    case 'base':
      return write(baseCount(group, table.base), count);
    case 'median':
      return write(row ? row.median : group.summary?.median, amount);
    case 'mean':
    case 'q1':
    case 'q3':
      return write(group.summary?.[member], amount);
    default:
      break;
  }
  if (!row) return 'unknown';
  switch (member) {
    case 'n':
      return write(row.count, count);
    case 'total':
      return write(row.total, amount);
    case 'part':
      return write(row.meanOfShares, (value) => formatShare(value, lang));
    case 'part_of_total':
      return write(row.shareOfTotals, (value) => formatShare(value, lang));
    case 'low':
    case 'high':
      return row.bounds ? { text: count(row.bounds[member]) } : row.count.status === 'c' ? 'hidden' : 'unknown';
    case 'share': {
      const share = rowShare(group, row, table.base);
      return share ? { text: shareText(share, lang) } : row.count.status === 'c' ? 'hidden' : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** The table of the wave that is named, else of the newest wave that has the indicator. */
function tableOf({ indicator, wave, breakdown }: Placeholder, tables: PublishedTable[]): PublishedTable | undefined {
  const candidates = tables.filter((table) => table.indicator === indicator && table.breakdown === (breakdown ?? null) && (wave === undefined || table.wave === wave));
  return candidates.reduce<PublishedTable | undefined>((newest, table) => (!newest || table.wave > newest.wave ? table : newest), undefined);
}
