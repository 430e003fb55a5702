import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { holdsResponses, insertDepositCommit, listDepositCommits, reopenCommitted, restoreCommit } from '../queries/deposit-commits.ts';
import { findDeposit, type Deposit } from '../queries/deposits.ts';
import { insertDecisionStep } from '../queries/intake.ts';
import { decisionChanges } from './decision-changes.ts';

/**
 * Opens a committed deposit again, so that its decisions and corrections can be changed over the same file. The stored responses stay those of
 * the wave until it is committed anew, in one transaction; what was committed is kept. Editions are untouched until the next publication.
 *
 * @param reason why, for the history
 * @throws DomainError `deposit_unknown`; `deposit_changed` when it is not committed any more, or somebody was faster
 */
export async function reopenDeposit(id: string, { actor, reason }: { actor: string; reason: string }, db: WorkshopDatabase = workshop()): Promise<Deposit> {
  return db.transaction(async (tx) => {
    const before = await findDeposit(id, tx);
    if (!before) throw new DomainError('deposit_unknown');
    const { revision, committedAt, committedBy, codebookVersion, decisions, summary, wave } = before;
    if (before.status !== 'committed' || !committedAt || !committedBy) throw new DomainError('deposit_changed');
    const at = new Date().toISOString();
    await insertDepositCommit(tx, { deposit: id, revision, committedAt, committedBy, codebookVersion, decisions, summary, reopenedAt: at, reopenedBy: actor, reason });
    if (!(await reopenCommitted(tx, id, revision))) throw new DomainError('deposit_changed');
    await recordAudit(tx, { actor, action: 'deposit.reopen', subject: `deposit:${id}`, details: { wave, revision, reason } });
    return { ...before, status: 'received', committedAt: null, committedBy: null, revision: revision + 1 };
  });
}

/** Whether a deposit is open because it is being amended: its earlier responses are still those of the wave. */
export async function isBeingAmended(deposit: Pick<Deposit, 'id' | 'status'>, db?: WorkshopDatabase): Promise<boolean> {
  return deposit.status === 'received' && (await listDepositCommits(deposit.id, db)).length > 0 && holdsResponses(deposit.id, db);
}

/**
 * Gives an amendment up: the deposit is again what was committed, decisions included. The steps that were taken stay in its history.
 *
 * @throws DomainError `deposit_unknown`; `deposit_changed` when there is nothing to return to: another file was committed meanwhile
 */
export async function abandonAmendment(id: string, actor: string, db: WorkshopDatabase = workshop()): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await findDeposit(id, tx);
    if (!before) throw new DomainError('deposit_unknown');
    const [last] = await listDepositCommits(id, tx);
    if (!last || before.status !== 'received' || !(await holdsResponses(id, tx))) throw new DomainError('deposit_changed');
    const { committedAt, committedBy, codebookVersion, decisions, summary } = last;
    const revision = before.revision + 1;
    const changes = decisionChanges(before.decisions, decisions);
    if (changes.length > 0) await insertDecisionStep(tx, { deposit: id, revision, at: new Date().toISOString(), actor, changes, undoes: null });
    await restoreCommit(tx, id, { committedAt, committedBy, codebookVersion, decisions, summary, revision });
    await recordAudit(tx, { actor, action: 'deposit.keep', subject: `deposit:${id}`, details: { wave: before.wave, revision, changes: changes.length } });
  });
}
