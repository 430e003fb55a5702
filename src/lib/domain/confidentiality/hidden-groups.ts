import type { ComputedTable } from '../indicators/computed.ts';
import { isSmall } from './unsafe.ts';

/** Key of a group in cell ids. */
export function keyOf(code: string | null): string {
  return code ?? '*';
}

/**
 * Groups from which one or two caisses answered, whose rows are all hidden; when there is exactly one, the next
 * smallest goes with it, since everybody minus the others would give it.
 */
export function hiddenGroups(table: ComputedTable): Set<string> {
  const [everybody, ...others] = table.groups;
  const hidden = new Set(others.filter((group) => isSmall(group.answered.length)).map((group) => keyOf(group.code)));
  if (everybody && isSmall(everybody.answered.length)) return new Set(table.groups.map((group) => keyOf(group.code)));
  if (hidden.size === 1) {
    const rest = others.filter((group) => group.answered.length > 0 && !hidden.has(keyOf(group.code)));
    const next = [...rest].sort((a, b) => a.answered.length - b.answered.length)[0];
    if (next) hidden.add(keyOf(next.code));
  }
  return hidden;
}
