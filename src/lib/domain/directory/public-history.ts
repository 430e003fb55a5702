import { changesBetween, type FieldChange } from '../census/history.ts';
import type { Initiative } from '../census/initiative.ts';

/** An edition with the initiative as it stood there; absent when the edition does not know it. */
export type EditionState = { version: string; publishedAt: string; initiative?: Initiative };

/** What an edition changed of an initiative for its readers. */
export type PublicChange = { version: string; publishedAt: string } & (
  | { kind: 'appeared' | 'left' }
  | { kind: 'changed'; changes: Pick<FieldChange, 'field' | 'before' | 'after'>[]; absorbed: string[] }
);

/**
 * What the editions say of an initiative, newest first: its first appearance, each field that changed since, the
 * initiatives merged into it. Only what was published counts; editions without a change are left out.
 *
 * @param states one per edition, oldest first
 * @param upTo the edition that is read: later ones are not told, so that a pinned page never changes
 */
export function publicHistory(states: readonly EditionState[], upTo: string): PublicChange[] {
  const last = states.findIndex((state) => state.version === upTo);
  const told: PublicChange[] = [];
  let known: Initiative | undefined;
  for (const { version, publishedAt, initiative } of last < 0 ? [] : states.slice(0, last + 1)) {
    const edition = { version, publishedAt };
    if (initiative && known) {
      const changes = changesBetween(known, initiative).map(({ field, before, after }) => ({ field, before, after }));
      const earlier = known.formerSlugs ?? [];
      const absorbed = (initiative.formerSlugs ?? []).filter((slug) => !earlier.includes(slug));
      if (changes.length + absorbed.length > 0) told.push({ ...edition, kind: 'changed', changes, absorbed });
    } else if (initiative) told.push({ ...edition, kind: 'appeared' });
    else if (known) told.push({ ...edition, kind: 'left' });
    known = initiative;
  }
  return told.reverse();
}
