import { fieldText } from '../census/history.ts';
import type { Initiative } from '../census/initiative.ts';
import { seenChanges, type SeenChange } from './census-changes.ts';

/** An edition with the initiative as it stood there; absent when the edition does not know it. */
export type EditionState = { version: string; publishedAt: string; initiative?: Initiative };

/** What an edition changed of an initiative for its readers. */
export type PublicChange = { version: string; publishedAt: string } & (
  | { kind: 'appeared' | 'left' }
  | { kind: 'changed'; changes: SeenChange[]; absorbed: string[] }
);

/**
 * What the editions say of an initiative, newest first: its first appearance, each field that changed since, the
 * initiatives merged into it. Only what was published counts; editions without a change are left out. Objectives that the initiative does
 * not publish any more are not told again: its agreement may have been taken back.
 *
 * @param states one per edition, oldest first
 * @param upTo the edition that is read: later ones are not told, so that a pinned page never changes
 */
export function publicHistory(states: readonly EditionState[], upTo: string): PublicChange[] {
  const last = states.findIndex((state) => state.version === upTo);
  const told: PublicChange[] = [];
  const shown = states[last]?.initiative;
  let known: Initiative | undefined;
  for (const { version, publishedAt, initiative } of last < 0 ? [] : states.slice(0, last + 1)) {
    const edition = { version, publishedAt };
    if (initiative && known) {
      const { changes: seen, absorbed } = seenChanges(known, initiative);
      const changes = seen.flatMap((change) => agreed(change, shown));
      if (changes.length + absorbed.length > 0) told.push({ ...edition, kind: 'changed', changes, absorbed });
    } else if (initiative) told.push({ ...edition, kind: 'appeared' });
    else if (known) told.push({ ...edition, kind: 'left' });
    known = initiative;
  }
  return told.reverse();
}

/** A change without the objectives that are not those of the initiative as it is shown; nothing when none is left. */
function agreed(change: SeenChange, shown: Initiative | undefined): SeenChange[] {
  if (change.field !== 'objectives') return [change];
  const told = shown ? fieldText(shown, 'objectives') : null;
  const still = (text: string | null): string | null => (text === told ? text : null);
  const [before, after] = [still(change.before), still(change.after)];
  return before === after ? [] : [{ ...change, before, after }];
}
