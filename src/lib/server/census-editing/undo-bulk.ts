import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader } from '../db/databases.ts';
import { findAudit, listAudit, recordAudit } from '../queries/audit.ts';
import { findChange } from '../queries/initiative-history.ts';
import { undoWithin } from './undo.ts';

/** A change of many initiatives that was made: how many, and whether it was taken back since. */
export type Batch = { id: number; changed: number; undone: boolean };

const subjectOf = (batch: number): string => `census:bulk:${batch}`;

async function changesOf(batch: number, db: WorkshopReader): Promise<{ changed: number; changes: number[] } | undefined> {
  const event = Number.isSafeInteger(batch) ? await findAudit(db, batch) : undefined;
  const { changed, changes } = event?.details ?? {};
  // Batches of before their changes were noted cannot be taken back together.
  if (event?.action !== 'census.bulk' || typeof changes !== 'string' || changes === '') return undefined;
  return { changed: Number(changed), changes: changes.split(', ').map(Number) };
}

/** A bulk change by the number that `applyBulk` gave, or undefined. */
export async function findBatch(batch: number, db: WorkshopReader = workshop()): Promise<Batch | undefined> {
  const made = await changesOf(batch, db);
  return made && { id: batch, changed: made.changed, undone: (await listAudit(db, { subject: subjectOf(batch), limit: 1 })).length > 0 };
}

/**
 * Takes a whole bulk change back, all or none, each field as `undoChanges` does.
 *
 * @returns how many initiatives have their earlier value again
 * @throws DomainError `change_superseded` when one of them has another value by now; `initiative_archived`; `not_found` when there is no such change
 */
export async function undoBulk(batch: number, by: { actor: string; reason: string }, db: WorkshopDatabase = workshop()): Promise<number> {
  return db.transaction(async (tx) => {
    const made = await changesOf(batch, tx);
    if (!made) throw new DomainError('not_found');
    const bySlug = new Map<string, number[]>();
    for (const id of made.changes) {
      const change = await findChange(id, tx);
      if (!change) throw new DomainError('not_found');
      bySlug.set(change.initiative, [...(bySlug.get(change.initiative) ?? []), id]);
    }
    for (const [slug, ids] of bySlug) await undoWithin(tx, slug, ids, by);
    await recordAudit(tx, { actor: by.actor, action: 'census.bulk_undo', subject: subjectOf(batch), details: { batch, changed: bySlug.size } });
    return bySlug.size;
  });
}
