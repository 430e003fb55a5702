import type { ComputedTable } from '../indicators/computed.ts';
import { isSmall, MINIMUM } from './unsafe.ts';

/** Key of a group in cell ids. */
export function keyOf(code: string | null): string {
  return code ?? '*';
}

/**
 * Groups from which one or two caisses answered, whose rows are all hidden. Everybody minus the others gives them together: when
 * there is exactly one, or they have one or two answers in all, the next smallest goes with them.
 */
export function hiddenGroups(table: ComputedTable): Set<string> {
  const [everybody, ...others] = table.groups;
  const hidden = new Set(others.filter((group) => isSmall(group.answered.length)).map((group) => keyOf(group.code)));
  if (everybody && isSmall(everybody.answered.length)) return new Set(table.groups.map((group) => keyOf(group.code)));
  const rest = others.filter((group) => group.answered.length >= MINIMUM).sort((a, b) => a.answered.length - b.answered.length);
  const answers = others.reduce((sum, group) => sum + (hidden.has(keyOf(group.code)) ? group.answered.length : 0), 0);
  if (hidden.size === 1 || isSmall(answers)) {
    const next = rest[0];
    if (next) hidden.add(keyOf(next.code));
  }
  return hidden;
}
