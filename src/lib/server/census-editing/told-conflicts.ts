import type { ToldConflict } from './edit.ts';

/** Conflicts as a page shows them. */
export function toldConflicts(conflicts: ToldConflict[]): { field: string; opened: string | null; theirs: string | null; mine: string | null; actor: string; at: string; reason: string }[] {
  return conflicts.map(({ field, opened, theirs, mine, by }) => ({ field, opened, theirs, mine, actor: by.actor, at: by.at, reason: by.reason }));
}
