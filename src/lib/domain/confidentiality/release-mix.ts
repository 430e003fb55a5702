import type { ComputedGroup, ComputedRow, ComputedTable } from '../indicators/computed.ts';
import { roundToTotal } from '../statistics/largest-remainder.ts';
import { meanOfShares } from '../statistics/mean-of-shares.ts';
import { shareOfTotals } from '../statistics/ratio.ts';
import { keyOf } from './hidden-groups.ts';
import { cellId, hideCells } from './matrix.ts';
import type { PublishedNumber, PublishedRow } from './published.ts';
import { plain, SECRET, type Protection, type ReleasedPart } from './release-part.ts';
import { SHARE_STEPS } from './rounding.ts';
import { isDominated, isSmall } from './unsafe.ts';

/** Parts of a whole by both aggregations; single mixes are drawn only for an open question that is not crossed. */
export function releaseMix(table: ComputedTable, protection: Protection): ReleasedPart {
  const hidden = hiddenParts(table, protection);
  return (group) => ({
    rows: group.rows.map((row) => releaseRow(group, row, hidden.has(cellId(keyOf(group.code), row.code)), protection)),
    ...(group.code === null && table.breakdown === null && !protection.confidential ? { points: points(group) } : {})
  });
}

function hiddenParts(table: ComputedTable, protection: Protection): Set<string> {
  const groups = new Map(table.groups.map((group) => [keyOf(group.code), group]));
  const rowOf = (group: string, code: string): ComputedRow => groups.get(group)?.rows.find((row) => row.code === code) as ComputedRow;
  const codes = table.groups[0]?.rows.map((row) => row.code) ?? [];
  const sum = (group: string, code: string): number => [...(rowOf(group, code).values?.values() ?? [])].reduce((all, share) => all + share, 0);
  const nobody = new Set(codes.filter((code) => rowOf('*', code).contributors.length === 0));
  return hideCells(
    {
      groups: [...groups.keys()],
      rows: codes,
      // Mean × caisses: what adds up, along a group and across groups.
      value: sum,
      primary: (group, code) => protection.hiddenGroups.has(group) || (protection.confidential && isSmall(rowOf(group, code).contributors.length)),
      settles: (code) => nobody.has(code),
      empty: (group) => groups.get(group)?.answered.length === 0,
      whole: (group) => codes.reduce((all, code) => all + sum(group, code), 0)
    },
    protection.suppress
  );
}

function releaseRow(group: ComputedGroup, row: ComputedRow, secret: boolean, protection: Protection): PublishedRow {
  const { code, label } = row;
  if (secret) return { code, label, count: SECRET, meanOfShares: SECRET, shareOfTotals: SECRET };
  const shares = group.answered.map((slug) => row.values?.get(slug));
  const mean = meanOfShares({ parts: shares, wholes: shares.map(() => 1) });
  return {
    code,
    label,
    count: plain(row.contributors.length),
    meanOfShares: mean ? plain(mean.estimate) : { status: 'x' },
    shareOfTotals: ofTotals(group, row, protection)
  };
}

/** Share of all euros, among those who gave both their mix and their euros. */
function ofTotals(group: ComputedGroup, row: ComputedRow, protection: Protection): PublishedNumber {
  const wholes = group.answered.map((slug) => group.wholes?.get(slug));
  const known = wholes.filter((whole) => whole !== undefined);
  if (known.length === 0) return { status: 'x' };
  if ((group.code !== null || protection.confidential) && (isSmall(known.length) || isDominated(known))) return SECRET;
  const parts = group.answered.map((slug, index) => {
    const [share, whole] = [row.values?.get(slug), wholes[index]];
    return share === undefined || whole === undefined ? undefined : share * whole;
  });
  const found = shareOfTotals({ parts, wholes });
  return found ? plain(found.estimate) : { status: 'x' };
}

/** The mix of each caisse to the nearest twentieth, each still adding up to 1, sorted so that no order names anybody. */
function points(group: ComputedGroup): number[][] {
  return group.answered
    .map((slug) => roundToTotal(group.rows.map((row) => row.values?.get(slug) ?? 0), SHARE_STEPS))
    .filter((parts) => parts !== undefined)
    .map((parts) => parts.map((part) => part / SHARE_STEPS))
    .sort((a, b) => a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0);
}
