import { changesBetween, fieldText, isHistoryField, withField, type FieldChange, type HistoryField } from './history.ts';
import type { Initiative } from './initiative.ts';

/** A field that two people changed from the same starting value to two different ones. Texts as in `FieldChange`. */
export type Conflict = { field: HistoryField; opened: string | null; theirs: string | null; mine: string | null };

export type Reconciled = {
  /** The present state with every change of mine that meets no conflict. */
  result: Initiative;
  /** What `result` changes of the present state. */
  changes: FieldChange[];
  conflicts: Conflict[];
};

/**
 * Puts my changes on the present state of an initiative. A field that somebody else changed since I opened it, to another
 * value than mine, is a conflict and stays as it is; fields that only one of us changed are both kept.
 *
 * @param opened as it was when my form was opened
 * @param mine as I want it, from `opened`
 * @param current as it is now
 */
export function reconcile(opened: Initiative, mine: Initiative, current: Initiative): Reconciled {
  const conflicts: Conflict[] = [];
  let result = current;
  for (const { field, before, after } of changesBetween(opened, mine)) {
    if (!isHistoryField(field)) continue;
    const theirs = fieldText(current, field);
    if (theirs !== before && theirs !== after) conflicts.push({ field, opened: before, theirs, mine: after });
    else result = withField(result, field, after);
  }
  return { result, changes: changesBetween(current, result), conflicts };
}
