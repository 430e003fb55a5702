import type { Initiative } from '#lib/domain/census/initiative.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase, type WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { writeInitiatives } from '../queries/census.ts';
import { findEntry } from '../queries/initiative-history.ts';
import { markArchived, markRestored, recordChanges, type ChangeNote } from '../queries/initiative-writing.ts';
import { liveEntry } from './edit.ts';

/** Adds a new initiative. @throws DomainError `initiative_exists`, also for a slug that is archived: addresses are never reused */
export async function createWithin(tx: WorkshopTransaction, item: Initiative, note: ChangeNote): Promise<number> {
  if (await findEntry(item.slug, tx)) throw new DomainError('initiative_exists', { slug: item.slug });
  await writeInitiatives(tx, [item]);
  const [id] = await recordChanges(tx, [{ initiative: item.slug, field: 'slug', before: null, after: item.slug }], note, new Date().toISOString());
  await recordAudit(tx, { actor: note.actor, action: 'census.create', subject: `initiative:${item.slug}`, details: { name: item.name, reason: note.reason } });
  return id ?? 0;
}

/** `createWithin` in a transaction of its own. */
export async function createInitiative(item: Initiative, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<number> {
  return db.transaction((tx) => createWithin(tx, item, note));
}

/** Takes an initiative out of the census and of the next edition; nothing of it is lost. */
export async function archiveInitiative(slug: string, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<void> {
  await db.transaction(async (tx) => {
    await liveEntry(slug, tx);
    const at = new Date().toISOString();
    await markArchived(tx, slug, { at, actor: note.actor });
    await recordChanges(tx, [{ initiative: slug, field: 'archived', before: null, after: at }], note, at);
    await recordAudit(tx, { actor: note.actor, action: 'census.archive', subject: `initiative:${slug}`, details: { reason: note.reason } });
  });
}

/**
 * Puts an archived initiative back, also one that was merged: it stands again at its own address, with the values it had.
 * What the other took from it stays there.
 */
export async function restoreInitiative(slug: string, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<void> {
  await db.transaction(async (tx) => {
    const entry = await findEntry(slug, tx);
    if (!entry?.archived) throw new DomainError('initiative_unknown', { slug });
    const { archivedAt, mergedInto } = entry.archived;
    await markRestored(tx, slug);
    const change = mergedInto ? { field: 'merged', before: mergedInto } : { field: 'archived', before: archivedAt };
    await recordChanges(tx, [{ initiative: slug, ...change, after: null }], note, new Date().toISOString());
    await recordAudit(tx, { actor: note.actor, action: 'census.restore', subject: `initiative:${slug}`, details: { reason: note.reason } });
  });
}
