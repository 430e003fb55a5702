import { fieldText, isHistoryField, withField } from '#lib/domain/census/history.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase, type WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { writeInitiatives } from '../queries/census.ts';
import { findChange, readHistory } from '../queries/initiative-history.ts';
import { recordChanges } from '../queries/initiative-writing.ts';
import { liveEntry } from './edit.ts';

type By = { actor: string; reason: string };

/** `undoChanges` inside a transaction. */
export async function undoWithin(tx: WorkshopTransaction, slug: string, ids: number[], by: By): Promise<number[]> {
  let { initiative: state } = await liveEntry(slug, tx);
  const history = await readHistory(slug, tx);
  const at = new Date().toISOString();
  const written: number[] = [];
  for (const id of ids) {
    const change = await findChange(id, tx);
    if (!change || change.initiative !== slug || !isHistoryField(change.field)) throw new DomainError('initiative_unknown', { slug });
    if (fieldText(state, change.field) !== change.after) throw new DomainError('change_superseded');
    state = withField(state, change.field, change.before);
    const earlier = history.find((entry) => entry.id < id && entry.field === change.field);
    const back = { initiative: slug, field: change.field, before: change.after, after: change.before };
    // A value that came with a file has no change of its own: its source is what created the initiative.
    const created = history.find((entry) => entry.field === 'slug');
    const known = { source: (earlier ? earlier.source : created?.reason) ?? undefined, asOf: earlier?.asOf ?? undefined, confidence: earlier?.confidence ?? undefined };
    written.push(...(await recordChanges(tx, [back], { ...by, ...known, undoes: id }, at)));
  }
  await writeInitiatives(tx, [state]);
  await recordAudit(tx, { actor: by.actor, action: 'census.undo', subject: `initiative:${slug}`, details: { changes: ids.join(', ') } });
  return written;
}

/**
 * Takes changes of one initiative back, all or none: each field gets the value it had before, by a new change that bears
 * the source, date and confidence of that value.
 *
 * @returns the numbers of the new changes, in the order given: taking those back does it again
 * @throws DomainError `change_superseded` when a field has another value by now; `initiative_unknown`, `initiative_archived`
 */
export async function undoChanges(slug: string, ids: number[], by: By, db: WorkshopDatabase = workshop()): Promise<number[]> {
  return db.transaction((tx) => undoWithin(tx, slug, ids, by));
}
