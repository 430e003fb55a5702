import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { findCorrection, writeDecision } from '../queries/initiative-corrections.ts';
import { editWithin, type Edit, type EditOutcome } from './edit.ts';

export type Acceptance = {
  /** Absent: the census already says so, nothing is to be changed. */
  edit?: Edit;
  source?: string | undefined;
  asOf?: string | undefined;
  confidence?: string | undefined;
  /** Shown to the sender. */
  answer: string;
  actor: string;
};

/**
 * Accepts a message: the edit, its history with the message as its origin, the answer and the audit are one transaction.
 * When the edit is refused or meets a conflict nothing is decided.
 *
 * @throws DomainError `correction_decided`
 */
export async function acceptCorrection(id: string, { edit, answer, actor, ...known }: Acceptance, db: WorkshopDatabase = workshop()): Promise<EditOutcome> {
  return db.transaction(async (tx) => {
    const correction = await findCorrection(id, tx);
    if (correction?.status !== 'received') throw new DomainError('correction_decided');
    const outcome: EditOutcome = edit ? await editWithin(tx, edit, { ...known, actor, reason: correction.what, correction: id }) : { outcome: 'unchanged', version: 0 };
    // A form that changes nothing is a slip, unless the editor says that nothing is to be changed.
    if (edit && outcome.outcome !== 'saved') return outcome;
    await writeDecision(tx, id, { status: 'accepted', answer, at: new Date().toISOString(), actor });
    const fields = outcome.outcome === 'saved' ? outcome.fields.join(', ') : '';
    await recordAudit(tx, { actor, action: 'correction.accept', subject: `initiative:${correction.initiative}`, details: { correction: id, fields } });
    return outcome;
  });
}

/** Refuses a message, with the reason that its sender will read. @throws DomainError `correction_decided` */
export async function refuseCorrection(id: string, { answer, actor }: { answer: string; actor: string }, db: WorkshopDatabase = workshop()): Promise<void> {
  await db.transaction(async (tx) => {
    const correction = await findCorrection(id, tx);
    const decided = await writeDecision(tx, id, { status: 'refused', answer, at: new Date().toISOString(), actor });
    if (!correction || !decided) throw new DomainError('correction_decided');
    await recordAudit(tx, { actor, action: 'correction.refuse', subject: `initiative:${correction.initiative}`, details: { correction: id } });
  });
}
