import type { PublishedGroup, PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { formatPublished } from '#lib/domain/format/index.ts';
import type { Lang, Text } from '#lib/domain/language.ts';

/** One published number of a table with its place, as a reader sees it: "28/32", "129 500 €". */
export type Figure = { key: string; group: Text; row: Text; text: Text; hidden: boolean };

const MEDIAN: Text = { fr: 'Médiane', en: 'Median' };
const ANSWERED: Text = { fr: 'Caisses ayant répondu à la question', en: 'Caisses that answered the question' };

function both(write: (lang: Lang) => string): Text {
  return { fr: write('fr'), en: write('en') };
}

function groupFigures(table: PublishedTable, group: PublishedGroup): Figure[] {
  const figure = (code: string, row: Text, numbers: PublishedNumber[], write: (lang: Lang) => string): Figure => ({
    key: `${group.code ?? ''}/${code}`,
    group: group.label,
    row,
    text: both(write),
    hidden: numbers.some((number) => number.status === 'c')
  });
  const count = (number: PublishedNumber, lang: Lang): string => formatPublished(number, lang, 'count');
  const figures = [figure('answered', ANSWERED, [group.answered], (lang) => `${count(group.answered, lang)}/${count(group.population, lang)}`)];
  const { summary } = group;
  if (summary) {
    figures.push(figure('median', MEDIAN, [summary.median], (lang) => formatPublished(summary.median, lang, table.unit)));
  }
  for (const row of group.rows) {
    const { meanOfShares, total } = row;
    if (meanOfShares) figures.push(figure(row.code, row.label, [meanOfShares], (lang) => formatPublished(meanOfShares, lang, 'share')));
    else if (total) {
      figures.push(figure(row.code, row.label, [row.count, total], (lang) => `${count(row.count, lang)}/${count(group.answered, lang)} · ${formatPublished(total, lang, table.unit)}`));
    } else figures.push(figure(row.code, row.label, [row.count], (lang) => `${count(row.count, lang)}/${count(group.answered, lang)}`));
  }
  return figures;
}

/** Every number of a table that a reader sees first, in the order of the table. */
export function figuresOf(table: PublishedTable): Figure[] {
  return table.groups.flatMap((group) => groupFigures(table, group));
}
