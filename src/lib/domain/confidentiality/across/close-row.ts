import type { PublishedGroup, PublishedRow, PublishedTable } from '../published.ts';
import { SECRET } from '../release-part.ts';

/** What of a row is closed: its counts, its euros, the parts of a mix, the summary of a number. */
export type Quantity = 'count' | 'total' | 'part' | 'sum';

/** Hides one quantity of a row, and of every row where rows add up, in the groups of a crossed table; everybody stays as it is. */
export function closeRow(table: PublishedTable, quantity: Quantity, code: string): PublishedTable {
  const every = quantity === 'part' || (quantity === 'count' && !table.multiple && (table.measure === 'distribution' || table.measure === 'classes'));
  const close = (group: PublishedGroup): PublishedGroup => {
    if (group.code === null || (group.answered.status === 'ok' && group.answered.value === 0)) return group;
    const rows = group.rows.map((row) => (every || row.code === code ? closed(row, quantity) : row));
    const mentions = quantity === 'count' && group.mentions ? { mentions: SECRET } : {};
    return { ...group, rows, ...mentions, ...(quantity === 'sum' && group.summary ? { summary: closedSummary(group.summary) } : {}) };
  };
  return { ...table, groups: table.groups.map(close) };
}

/** A row without its count, or without its euros; a median and a largest share tell of the count too. */
export function closed(row: PublishedRow, quantity: Quantity): PublishedRow {
  const { bounds, intervals, ...rest } = row;
  const beside = { ...(row.median ? { median: SECRET } : {}), ...(row.largestShare ? { largestShare: SECRET } : {}) };
  if (quantity === 'total') return { ...rest, ...(bounds ? { bounds } : {}), ...(intervals ? { intervals } : {}), ...beside, total: SECRET };
  const mix = row.meanOfShares ? { meanOfShares: SECRET, shareOfTotals: SECRET } : {};
  return { ...rest, ...beside, ...mix, count: SECRET };
}

function closedSummary(summary: NonNullable<PublishedGroup['summary']>): NonNullable<PublishedGroup['summary']> {
  return { ...summary, median: SECRET, q1: SECRET, q3: SECRET, mean: SECRET, min: SECRET, max: SECRET, intervals: [], dots: [] };
}

/** A table of which nothing is told but its words and its sizes. */
export function closedTable(table: PublishedTable): PublishedTable {
  const { weighted: _weights, comparisons: _comparisons, funders: _funders, ...rest } = table;
  const groups = table.groups.map(({ points: _points, summary, mentions, ...group }) => ({
    ...group,
    ...(mentions ? { mentions: SECRET } : {}),
    ...(summary ? { summary: closedSummary(summary) } : {}),
    rows: group.rows.map((row) => closed(row.total ? closed(row, 'total') : row, 'count'))
  }));
  return { ...rest, level: 'confidential', groups };
}
