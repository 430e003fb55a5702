import type { ComputedTable } from '../../indicators/computed.ts';
import { basisOf } from '../across/basis.ts';
import { closed } from '../across/close-row.ts';
import type { PublishedGroup, PublishedTable } from '../published.ts';
import { SECRET } from '../release-part.ts';
import { releaseTable, type ReleaseOptions } from '../release.ts';
import { knownSets } from './known-sets.ts';
import type { Named } from './named.ts';
import { tableWithout } from './without-units.ts';

/**
 * Releases a table of the objectives beside those that are published under a name. What a reader knows can be subtracted, so what is left is a table in itself, of the units
 * that are not named, and keeps the same rules: a cell is shown when it may be shown of everybody and of them alone. Cells that are hidden for either stay hidden, which
 * gives neither back: less is shown than each of the two patterns needs.
 */
export function releaseBeside(computed: ComputedTable, named: Named, options: ReleaseOptions = {}): PublishedTable {
  const [, ...known] = knownSets([basisOf(computed)], named);
  const released = releaseTable(computed, undefined, options);
  return known.map((units) => releaseTable(tableWithout(computed, units), undefined, options)).reduce(hideAsIn, released);
}

/** The table with every count hidden that `other`, the same table of fewer units, hides. */
function hideAsIn(table: PublishedTable, other: PublishedTable): PublishedTable {
  const groups = table.groups.map((group, at) => hideGroup(group, other.groups[at]));
  // Weighted shares of everybody would tell the counts of everybody.
  const whole = groups[0]?.rows.some((row) => row.count.status === 'c');
  const { weighted, ...rest } = table;
  return { ...rest, groups, ...(weighted && !whole ? { weighted } : {}) };
}

function hideGroup(group: PublishedGroup, other: PublishedGroup | undefined): PublishedGroup {
  const rows = group.rows.map((row) => (row.count.status !== 'c' && other?.rows.find(({ code }) => code === row.code)?.count.status === 'c' ? closed(row, 'count') : row));
  const hidden = rows.some((row) => row.count.status === 'c');
  return { ...group, rows, ...(group.mentions && hidden ? { mentions: SECRET } : {}) };
}
