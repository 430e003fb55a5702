import type { Initiative } from '#lib/domain/census/initiative.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase, type WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { writeInitiatives } from '../queries/census.ts';
import { findEntry, readHistory } from '../queries/initiative-history.ts';
import { forwardBack, markArchived, markRestored, recordChanges, takeBack, type ChangeNote } from '../queries/initiative-writing.ts';
import { agreementFindings } from './agreement.ts';
import { liveEntry } from './edit.ts';

/** Adds a new initiative. @throws DomainError `initiative_exists`, also for a slug that is archived: addresses are never reused; `agreement_missing` */
export async function createWithin(tx: WorkshopTransaction, item: Initiative, note: ChangeNote): Promise<number> {
  if (await findEntry(item.slug, tx)) throw new DomainError('initiative_exists', { slug: item.slug });
  if (agreementFindings(undefined, item, note.source).length > 0) throw new DomainError('agreement_missing');
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

/** Takes back what a merge handed over: waves with their answers and identifiers, and the addresses that led here before. */
async function undoMerge(tx: WorkshopTransaction, slug: string, mergedInto: string): Promise<string[]> {
  const history = await readHistory(slug, tx);
  const at = history.findIndex(({ field, before }) => field === 'merged' && before === null);
  const waves = history.slice(0, at < 0 ? 0 : at).find(({ field }) => field === 'handed_over')?.after?.split(', ') ?? [];
  const first = history[at]?.after ?? mergedInto;
  const absorbed = history.slice(at + 1).flatMap(({ field, before, after }) => (field === 'merged' && before === null && after ? [after] : []));
  await forwardBack(tx, absorbed, mergedInto, slug);
  return takeBack(tx, slug, [...new Set([first, mergedInto])], waves);
}

/**
 * Puts an archived initiative back, also one that was merged: it stands again at its own address, with the values, the
 * answers and the identifiers it had. Values that the other took over stay there too, and so do the identifiers of a wave
 * that both had answered.
 *
 * @returns waves whose answer came back
 */
export async function restoreInitiative(slug: string, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<string[]> {
  return db.transaction(async (tx) => {
    const entry = await findEntry(slug, tx);
    if (!entry?.archived) throw new DomainError('initiative_unknown', { slug });
    const { archivedAt, mergedInto } = entry.archived;
    await markRestored(tx, slug);
    const change = mergedInto ? { field: 'merged', before: mergedInto } : { field: 'archived', before: archivedAt };
    const waves = mergedInto ? await undoMerge(tx, slug, mergedInto) : [];
    await recordChanges(tx, [{ initiative: slug, ...change, after: null }], note, new Date().toISOString());
    await recordAudit(tx, { actor: note.actor, action: 'census.restore', subject: `initiative:${slug}`, details: { reason: note.reason, ...(waves.length > 0 ? { waves: waves.join(', ') } : {}) } });
    return waves;
  });
}
