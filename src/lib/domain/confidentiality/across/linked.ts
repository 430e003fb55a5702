import type { PublishedGroup, PublishedTable } from '../published.ts';
import { isSmall } from '../unsafe.ts';
import { closed } from './close-row.ts';
import type { Fresh } from './hold-back.ts';

/**
 * Two questions about the same funders, one of ticks and one of amounts, count the same caisses twice: 4 that name the region and 3 that give its
 * amount tell of the one that named it and gave none. Where two counts of one answer differ by one or two, the one of amounts is hidden, for everybody in
 * every table that gives it; the euros keep their own rule.
 */
export function hideLinkedCounts(tables: readonly Fresh[]): Fresh[] {
  return tables.map((fresh) => {
    if (fresh.published.measure !== 'amounts_by_item' || fresh.published.level !== 'confidential') return fresh;
    const ticks = tables.filter((other) => areLinked(other, fresh));
    return ticks.length === 0 ? fresh : { ...fresh, published: ticks.reduce((table, other) => hideBeside(table, other.published), fresh.published) };
  });
}

/** Same wave, same filter, and two answers or more of the same code. */
function areLinked(ticks: Fresh, amounts: Fresh): boolean {
  const [first, second] = [ticks.computed, amounts.computed];
  if (ticks.published.measure !== 'distribution' || ticks.published.level !== 'confidential' || first.wave !== second.wave) return false;
  const codes = new Set(second.question.options?.map(({ code }) => code));
  const shared = first.question.options?.filter(({ code }) => codes.has(code)) ?? [];
  return shared.length >= 2 && JSON.stringify(first.question.askedIf) === JSON.stringify(second.question.askedIf);
}

function hideBeside(amounts: PublishedTable, ticks: PublishedTable): PublishedTable {
  const beside = (group: PublishedGroup): PublishedGroup | undefined =>
    group.code === null || ticks.breakdown === amounts.breakdown ? ticks.groups.find((each) => each.code === group.code) : undefined;
  const hide = (group: PublishedGroup): PublishedGroup => {
    const other = beside(group);
    const rows = group.rows.map((row) => {
      const count = other?.rows.find((each) => each.code === row.code)?.count;
      const tells = count?.status === 'ok' && row.count.status === 'ok' && isSmall(Math.abs(count.value - row.count.value));
      return tells ? closed(row, 'count') : row;
    });
    return { ...group, rows };
  };
  return { ...amounts, groups: amounts.groups.map(hide) };
}
