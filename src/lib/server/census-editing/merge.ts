import type { HistoryField } from '#lib/domain/census/history.ts';
import { merge, type MergeChoice } from '#lib/domain/census/merge.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { forwardMerged, handOver, markArchived, recordChanges, type ChangeNote } from '../queries/initiative-writing.ts';
import { editWithin, liveEntry } from './edit.ts';

export type MergeInput = {
  /** Slug that stays, and the one whose address will lead there. */
  kept: string;
  absorbed: string;
  /** Versions that were on the screen. */
  versions: { kept: number; absorbed: number };
  choices: Partial<Record<HistoryField, MergeChoice>>;
};

/**
 * Makes two initiatives one. Both keep their history; the absorbed one is archived and its address leads to the other
 * from the next edition on. All in one transaction.
 *
 * @returns waves in which the kept initiative took the place of the absorbed one
 * @throws DomainError `merge_impossible`, `initiative_changed` when one of them is not what was on the screen
 */
export async function mergeInitiatives({ kept, absorbed, versions, choices }: MergeInput, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<string[]> {
  if (kept === absorbed) throw new DomainError('merge_impossible', { reason: `${kept} = ${absorbed}` });
  return db.transaction(async (tx) => {
    const [first, second] = [await liveEntry(kept, tx), await liveEntry(absorbed, tx)];
    if (first.version !== versions.kept) throw new DomainError('initiative_changed', { slug: kept });
    if (second.version !== versions.absorbed) throw new DomainError('initiative_changed', { slug: absorbed });

    await editWithin(tx, { slug: kept, version: first.version, moved: true, change: (opened) => ({ initiative: merge(opened, second.initiative, choices) }) }, note);
    const at = new Date().toISOString();
    await recordChanges(tx, [{ initiative: kept, field: 'merged', before: null, after: absorbed }], note, at);
    await recordChanges(tx, [{ initiative: absorbed, field: 'merged', before: null, after: kept }], note, at);
    await markArchived(tx, absorbed, { at, actor: note.actor, mergedInto: kept });
    await forwardMerged(tx, absorbed, kept);
    const waves = await handOver(tx, absorbed, kept);
    // Written so that restoring the absorbed one can take them back.
    if (waves.length > 0) await recordChanges(tx, [{ initiative: absorbed, field: 'handed_over', before: null, after: waves.join(', ') }], note, at);
    await recordAudit(tx, { actor: note.actor, action: 'census.merge', subject: `initiative:${kept}`, details: { absorbed, reason: note.reason, waves: waves.join(', ') } });
    return waves;
  });
}
