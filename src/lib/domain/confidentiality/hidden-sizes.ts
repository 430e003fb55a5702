import type { ComputedTable } from '../indicators/computed.ts';
import { keyOf } from './hidden-groups.ts';
import { cellId, hideCells } from './matrix.ts';
import type { Suppressor } from './additive.ts';
import { isUnsafeTick } from './unsafe.ts';

/**
 * Groups whose numbers asked and answered are hidden: those of a question shown only to those who gave some answer to a protected one. How
 * many of a group were asked is then the count of that answer, and keeps its rule. Everybody's is told: it is the coverage that each figure owes.
 */
export function hiddenSizes(table: ComputedTable, suppress: Suppressor): Set<string> {
  if (table.breakdown === null || table.filterLevel === undefined || table.filterLevel === 'open') return new Set();
  const groups = new Map(table.groups.map((group) => [keyOf(group.code), group]));
  const size = (group: string): { asked: number; respondents: number } => {
    const found = groups.get(group);
    return { asked: found?.asked.length ?? 0, respondents: found?.respondents.length ?? 0 };
  };
  const hidden = hideCells(
    {
      groups: [...groups.keys()],
      rows: ['asked'],
      value: (group) => size(group).asked,
      primary: (group) => group !== '*' && isUnsafeTick(size(group).asked, size(group).respondents),
      empty: (group) => group !== '*' && size(group).asked === 0,
      cap: (group) => size(group).respondents
    },
    suppress
  );
  return new Set([...groups.keys()].filter((group) => group !== '*' && hidden.has(cellId(group, 'asked'))));
}
