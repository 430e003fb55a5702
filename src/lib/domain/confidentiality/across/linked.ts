import type { PublishedTable } from '../published.ts';
import { isSmall } from '../unsafe.ts';
import { closed } from './close-row.ts';
import type { Fresh } from './hold-back.ts';

/**
 * Two questions about the same funders, one of ticks and one of amounts, count the same caisses twice: 4 that name the region and 3 that give its
 * amount tell of the one that named it and gave none. Where two counts of one answer differ by one or two, the one of amounts is hidden; the
 * euros keep their own rule.
 */
export function hideLinkedCounts(tables: readonly Fresh[]): Fresh[] {
  return tables.map((fresh) => {
    if (fresh.published.measure !== 'amounts_by_item' || fresh.published.level !== 'confidential') return fresh;
    const ticks = tables.filter((other) => areLinked(other, fresh));
    return ticks.length === 0 ? fresh : { ...fresh, published: ticks.reduce((table, other) => hideBeside(table, other.published), fresh.published) };
  });
}

/** Same wave and breakdown, same filter, and two answers or more of the same code. */
function areLinked(ticks: Fresh, amounts: Fresh): boolean {
  const [first, second] = [ticks.computed, amounts.computed];
  if (ticks.published.measure !== 'distribution' || ticks.published.level !== 'confidential' || first.wave !== second.wave || first.breakdown !== second.breakdown) return false;
  const codes = new Set(second.question.options?.map(({ code }) => code));
  const shared = first.question.options?.filter(({ code }) => codes.has(code)) ?? [];
  return shared.length >= 2 && JSON.stringify(first.question.askedIf) === JSON.stringify(second.question.askedIf);
}

function hideBeside(amounts: PublishedTable, ticks: PublishedTable): PublishedTable {
  return {
    ...amounts,
    groups: amounts.groups.map((group) => {
      const other = ticks.groups.find((each) => each.code === group.code);
      return {
        ...group,
        rows: group.rows.map((row) => {
          const count = other?.rows.find((each) => each.code === row.code)?.count;
          if (count?.status !== 'ok' || row.count.status !== 'ok' || !isSmall(Math.abs(count.value - row.count.value))) return row;
          return closed(row, 'count');
        })
      };
    })
  };
}
