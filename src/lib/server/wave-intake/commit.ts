import { DomainError } from '#lib/domain/errors.ts';
import { identifierKey } from '#lib/domain/census/matching/index-census.ts';
import { workshop, type WorkshopDatabase, type WorkshopTransaction } from '../db/databases.ts';
import { lastAuditId, recordAudit } from '../queries/audit.ts';
import { clearIdentifiers, writeIdentifiers, type Identifier } from '../queries/census.ts';
import { findDeposit, markCommitted, markReplaced, type Deposit } from '../queries/deposits.ts';
import { clearResponses, insertResponses } from '../queries/responses.ts';
import { writeRemembered } from '../queries/intake.ts';
import { clearFrame, markLoaded, writeFrame } from '../queries/waves.ts';
import type { Progress } from '../workers/progress.ts';
import type { Prepared } from './preparation.ts';
import { prepare, storedDeposit } from './prepare.ts';

export type CommitInput = { deposit: string; actor: string };

/** `already`: the deposit was committed before, nothing is written again. */
export type CommitReport = { deposit: Deposit; outcome: 'committed' | 'already'; responses: number; frame: number; accounting: Prepared['preparation']['accounting'] };

/** Under what each initiative answered: proposed at the next wave. */
function learned(wave: string, { identities }: Prepared): Identifier[] {
  const kinds = ['email', 'siret', 'token', 'name'] as const;
  return identities.flatMap(({ initiative, identity }) =>
    kinds.flatMap((kind) => {
      const value = identity[kind] && identifierKey(kind, identity[kind]).slice(kind.length + 1);
      return value ? [{ initiative, kind, value, wave }] : [];
    })
  );
}

/**
 * Commits a deposit: its responses become those of the wave, in one transaction, from the very preparation that the editor saw.
 * Runs in a worker; `commitDeposit` of `wave-intake/index.ts` starts it there.
 *
 * @throws DomainError `deposit_unknown`, `findings_remain` (nothing is written)
 */
export async function commitHere({ deposit: id, actor }: CommitInput, onProgress: (progress: Progress) => void = () => undefined, db: WorkshopDatabase = workshop()): Promise<CommitReport> {
  // Reading a large file takes long, and the lock must not: it is prepared before, and again if anything changed meanwhile.
  for (;;) {
    const seen = await lastAuditId(db);
    const prepared = await prepare(db, { ...(await storedDeposit(db, id)), brief: true }, onProgress);
    onProgress({ step: 'write', done: 0 });
    const report = await db.transaction(async (tx) => ((await lastAuditId(tx)) === seen ? writePrepared(tx, prepared, actor) : undefined));
    if (report) return report;
  }
}

/** Writes what was prepared; the deposit's row must be there. */
export async function writePrepared(tx: WorkshopTransaction, prepared: Prepared, actor: string): Promise<CommitReport> {
  const { preparation, responses, frame } = prepared;
  const { id, wave, filename, sha256, status } = preparation.deposit;
  const report = { responses: responses.length, frame: frame.length, accounting: preparation.accounting };
  if (status !== 'received') return { deposit: preparation.deposit, outcome: 'already', ...report };
  const { blocking, unseen } = preparation.counts;
  if (!preparation.ready) throw new DomainError('findings_remain', { blocking, unseen });

  await clearResponses(tx, wave);
  await clearFrame(tx, wave);
  await writeFrame(tx, wave, frame);
  await insertResponses(tx, id, responses);
  await clearIdentifiers(tx, wave);
  await writeIdentifiers(tx, learned(wave, prepared));
  await markReplaced(tx, wave, id);
  const summary = JSON.stringify({ tool: preparation.reading?.tool.name, mapping: preparation.mapping, accounting: preparation.accounting });
  const at = new Date().toISOString();
  // Decisions taken over from earlier deposits are now this one's: it can be replayed without them.
  await markCommitted(tx, id, { committedAt: at, committedBy: actor, codebookVersion: preparation.codebookVersion, summary, decisions: preparation.decisions });
  await writeRemembered(tx, prepared.learned.map((row) => ({ ...row, at, actor })));
  await markLoaded(tx, wave);
  const details = { deposit: id, filename, sha256, responses: responses.length, frame: frame.length, rowsRead: preparation.accounting.rowsRead };
  await recordAudit(tx, { actor, action: 'wave.commit', subject: `wave:${wave}`, details });
  const deposit = await findDeposit(id, tx);
  if (!deposit) throw new DomainError('deposit_unknown');
  return { deposit, outcome: 'committed', ...report };
}
