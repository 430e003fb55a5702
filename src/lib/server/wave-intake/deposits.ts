import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { DomainError } from '#lib/domain/errors.ts';
import type { Decisions } from '#lib/reading/types.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { findBySha256, findDeposit, insertDeposit, reopenReplaced, updateDecisions, type Deposit } from '../queries/deposits.ts';
import { findDecisionStep, insertDecisionStep } from '../queries/intake.ts';
import { findWave } from '../queries/waves.ts';
import { decisionChanges, undoChanges } from './decision-changes.ts';
import { packFile } from './packed-file.ts';

export { listDeposits, type Deposit } from '../queries/deposits.ts';

/** A deposit by its identifier. @throws DomainError `deposit_unknown` */
export async function getDeposit(id: string, db: WorkshopReader = workshop()): Promise<Deposit> {
  const found = await findDeposit(id, db);
  if (!found) throw new DomainError('deposit_unknown');
  return found;
}

export type NewDeposit = { wave: string; filename: string; bytes: Parameters<typeof packFile>[0]; actor: string; decisions?: Decisions };

/**
 * Keeps the bytes of a file for a wave. Nothing is read yet.
 *
 * @returns `already` when the same bytes were deposited for this wave before: that deposit is given back, nothing is doubled. One that
 *   another deposit replaced is open again, so that a wave can go back to an earlier file
 * @throws DomainError `wave_unknown`
 */
export async function createDeposit({ wave, filename, bytes, actor, decisions }: NewDeposit, db: WorkshopDatabase = workshop()): Promise<{ deposit: Deposit; already: boolean }> {
  const file = await packFile(bytes);
  const { sha256, size } = file;
  return db.transaction(async (tx) => {
    if (!(await findWave(wave, tx))) throw new DomainError('wave_unknown', { wave });
    const same = (await findBySha256(sha256, tx)).find((other) => other.wave === wave);
    if (same?.status === 'replaced') {
      await reopenReplaced(tx, same.id);
      await recordAudit(tx, { actor, action: 'wave.deposit', subject: `deposit:${same.id}`, details: { wave, filename: same.filename, sha256, again: true } });
    }
    if (same) return { deposit: await getDeposit(same.id, tx), already: true };
    const id = randomUUID();
    const name = basename(filename.replaceAll('\\', '/')).slice(0, 200) || 'fichier';
    await insertDeposit(tx, { id, wave, filename: name, sha256, size, status: 'received', at: new Date().toISOString(), actor, decisions: decisions ?? {} }, file);
    await recordAudit(tx, { actor, action: 'wave.deposit', subject: `deposit:${id}`, details: { wave, filename: name, sha256, size } });
    const deposit = await findDeposit(id, tx);
    if (!deposit) throw new Error(`deposit ${id} was not stored`);
    return { deposit, already: false };
  });
}

/**
 * Replaces what was decided about a deposit.
 *
 * @param revision the one the editor saw: somebody else's later decisions are never overwritten unseen
 * @throws DomainError `deposit_unknown`, `deposit_committed`, `deposit_changed`
 */
export async function saveDecisions(id: string, decisions: Decisions, { actor, revision, undoes }: { actor: string; revision: number; undoes?: number }, db: WorkshopDatabase = workshop()): Promise<Deposit> {
  return db.transaction(async (tx) => {
    const before = await findDeposit(id, tx);
    if (!before) throw new DomainError('deposit_unknown');
    if (before.status !== 'received') throw new DomainError('deposit_committed');
    if (!(await updateDecisions(tx, id, decisions, revision))) throw new DomainError('deposit_changed');
    const changes = decisionChanges(before.decisions, decisions);
    await insertDecisionStep(tx, { deposit: id, revision: revision + 1, at: new Date().toISOString(), actor, changes, undoes: undoes ?? null });
    await recordAudit(tx, { actor, action: 'deposit.decide', subject: `deposit:${id}`, details: { revision: revision + 1, changes: changes.length } });
    return { ...before, decisions, revision: revision + 1 };
  });
}

/**
 * Takes one step of the decisions back. What changed again since stays as it is.
 *
 * @returns how many decisions of the step could not be taken back
 * @throws DomainError `deposit_unknown`, `deposit_committed`, `deposit_changed`
 */
export async function undoDecisions(id: string, step: number, actor: string, db: WorkshopDatabase = workshop()): Promise<{ deposit: Deposit; superseded: number }> {
  const deposit = await getDeposit(id, db);
  const found = await findDecisionStep(id, step, db);
  if (!found) throw new DomainError('not_found');
  const { decisions, superseded } = undoChanges(deposit.decisions, found.changes);
  return { deposit: await saveDecisions(id, decisions, { actor, revision: deposit.revision, undoes: step }, db), superseded };
}
