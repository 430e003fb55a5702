import type { PublishedChange, PublishedComparison, PublishedPair } from '#lib/domain/confidentiality/published-comparison.ts';
import type { PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatNumber, formatPublished, formatShare, MINUS, shareDecimals } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { ends } from './slope.ts';

export type SinceRow = { code: string; label: string; before: string; after: string; points: string; interval: string; pairBefore: string; pairAfter: string; moves: string; mcnemar: string };

/**
 * The rows of the table that compares two waves, in words: mean shares for a mix, counts with their share of those who
 * answered for the rest, differences in points. A cell that cannot be told is one symbol.
 */
export function sinceRows(table: PublishedTable, comparison: PublishedComparison, lang: Lang): SinceRow[] {
  return comparison.rows
    .filter((row) => row.presence === 'both')
    .map((row) => {
      const { before, after } = levels(table, comparison, row, lang);
      const { levelInterval: interval, paired } = row;
      return {
        code: row.code,
        label: row.label[lang],
        before,
        after,
        points: points(row.level, lang),
        interval: interval ? `${signed(interval.low, lang)} / ${signed(interval.high, lang)}` : paired?.gained.status === 'c' ? 'c' : 'z',
        pairBefore: count(paired?.before, lang),
        pairAfter: count(paired?.after, lang),
        moves: moves(paired, lang),
        mcnemar: paired?.mcnemar.status === 'ok' ? formatNumber(paired.mcnemar.value, lang, { decimals: 2 }) : (paired?.mcnemar.status ?? 'z')
      };
    });
}

function levels(table: PublishedTable, comparison: PublishedComparison, row: PublishedChange, lang: Lang): { before: string; after: string } {
  if (table.measure === 'mix') {
    const { from, to } = ends(table, comparison, row);
    const untold = row.level?.status === 'c' ? 'c' : 'z';
    const share = (value: number | undefined) => (value === undefined ? untold : formatShare(value, lang));
    return { before: share(from), after: share(to) };
  }
  const both = (number: PublishedNumber | undefined, base: number) =>
    number?.status === 'ok' && base > 0 ? `${count(number, lang)} (${formatShare(number.value / base, lang, shareDecimals(number.value, base))})` : count(number, lang);
  return { before: both(row.before, comparison.answeredBefore), after: both(row.after, comparison.answeredAfter) };
}

const count = (number: PublishedNumber | undefined, lang: Lang) => formatPublished(number ?? { status: 'z' }, lang, 'count');
const signed = (share: number, lang: Lang) => formatNumber(share * 100, lang, { decimals: 1, sign: true });
const points = (number: PublishedNumber | undefined, lang: Lang) => (number?.status === 'ok' ? signed(number.value, lang) : (number?.status ?? 'z'));

/** `+3 −1`; one of the two alone would tell the other, so that a symbol stands for both. */
function moves(paired: PublishedPair | undefined, lang: Lang): string {
  if (!paired) return 'z';
  const untold = [paired.gained, paired.lost].filter(({ status }) => status !== 'ok').map(({ status }) => status);
  if (untold.length > 0) return untold.includes('c') ? 'c' : (untold[0] ?? 'z');
  return `+${count(paired.gained, lang)} ${MINUS}${count(paired.lost, lang)}`;
}
