import type { PublishedRow, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatEuros, formatNumber, formatPublished, formatShare, symbolMeaning } from '#lib/domain/format/index.ts';
import { everybody, known, rowShare } from '#lib/domain/indicators/row-share.ts';
import { shareText } from '#lib/domain/indicators/sentences/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** One number of a funder type with what it is of. */
export type FundFact = { term: string; value: string; note: string };

/** How many caisses, how much, the median, the part of all euros and of the largest contributor; each with its coverage. */
export function fundsOfType(table: PublishedTable, row: PublishedRow, lang: Lang): FundFact[] {
  const all = everybody(table);
  const locale = { locale: lang };
  const period = table.period?.[lang] ?? '';
  const answered = known(all.answered);
  const coverage = m.page_funder_coverage({ answered: formatPublished(all.answered, lang, 'count'), respondents: formatPublished(all.respondents, lang, 'count') }, locale);
  const share = rowShare(all, row, 'answered');
  const facts: FundFact[] = [
    {
      term: m.page_funder_caisses({}, locale),
      value: row.count.status === 'ok' && answered !== undefined ? m.figure_out_of({ count: formatNumber(row.count.value, lang), base: formatNumber(answered, lang) }, locale) : row.count.status,
      note: share ? `${shareText(share, lang)} ; ${coverage}`.replace(' ;', lang === 'fr' ? '\u202f;' : ';') : (symbolMeaning(row.count, lang) ?? coverage)
    }
  ];
  const money = (term: string, number: PublishedRow['total'], note: string) => {
    if (number) facts.push({ term, value: number.status === 'ok' ? formatEuros(number.value, lang) : number.status, note: symbolMeaning(number, lang) ?? note });
  };
  money(m.page_funder_total({}, locale), row.total, `${period}, ${coverage}`);
  money(m.page_funder_median({}, locale), row.median, m.page_funder_median_note({ period }, locale));
  const totals = all.rows.map((each) => known(each.total));
  const own = known(row.total);
  // A share of all euros exists only when no line is hidden: a sum of what is left would be another number.
  if (own !== undefined && totals.every((total) => total !== undefined)) {
    const sum = totals.reduce<number>((total, each) => total + (each ?? 0), 0);
    if (sum > 0) facts.push({ term: m.page_funder_share({}, locale), value: formatShare(own / sum, lang), note: m.page_funder_share_note({ total: formatEuros(sum, lang), period }, locale) });
  }
  if (row.largestShare) {
    facts.push({ term: m.page_funder_largest({}, locale), value: formatPublished(row.largestShare, lang, 'share'), note: symbolMeaning(row.largestShare, lang) ?? m.page_funder_largest_note({}, locale) });
  }
  return facts;
}
