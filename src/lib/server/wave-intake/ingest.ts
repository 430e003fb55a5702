import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { Decisions } from '#lib/reading/types.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { lastAuditId, recordAudit } from '../queries/audit.ts';
import { findBySha256, insertDeposit, reopenReplaced, updateDecisions, type Deposit } from '../queries/deposits.ts';
import { findCodebook } from '../queries/waves.ts';
import type { Progress } from '../workers/progress.ts';
import { writePrepared } from './commit.ts';
import { createWaveWithin } from './create-wave.ts';
import { openPacked, packFile, type PackedFile } from './packed-file.ts';
import { prepare } from './prepare.ts';
import type { Preparation } from './preparation.ts';

export type IngestInput = {
  wave: string;
  filename: string;
  /** The file, packed already when it comes from another thread. */
  bytes: Uint8Array | PackedFile;
  actor: string;
  decisions?: Decisions;
  /** Used, and stored with the wave, when the workshop does not know the wave. */
  codebook?: Codebook;
  /** Acknowledges every finding that asks for it; they are recorded as acknowledged by the actor. */
  acknowledgeAll?: boolean;
  dryRun?: boolean;
  /** Leaves the matches out of the report. */
  brief?: boolean;
};

/** `refused`: something blocks or waits to be acknowledged, and nothing at all was written. */
export type IngestReport = { outcome: 'committed' | 'already' | 'refused' | 'checked'; preparation: Preparation; frame: number; responses: number };

/**
 * Deposits and commits a file in one go: the bytes, the wave when it is new, the responses, in one transaction, or nothing.
 * What it checks and writes is what the web does step by step.
 *
 * @throws DomainError `wave_unknown` when neither the workshop nor the input has a codebook
 */
export async function ingestHere(input: IngestInput, onProgress: (progress: Progress) => void = () => undefined, db: WorkshopDatabase = workshop()): Promise<IngestReport> {
  const { wave, actor } = input;
  const file = input.bytes instanceof Uint8Array ? await packFile(input.bytes) : input.bytes;
  const { sha256, size } = file;
  for (;;) {
    const seen = await lastAuditId(db);
    const known = await findCodebook(wave, db);
    const content = known?.content ?? input.codebook;
    if (!content) throw new DomainError('wave_unknown', { wave });
    const stored = (await findBySha256(sha256, db)).find((other) => other.wave === wave);
    // A file that another one replaced is taken up again: the wave goes back to it.
    const replaced = stored?.status === 'replaced';
    const deposit: Deposit = stored ? { ...stored, ...(replaced ? { status: 'received', committedAt: null, committedBy: null, codebookVersion: null } : {}) } : {
      id: randomUUID(), wave, filename: basename(input.filename), sha256, size, status: 'received', at: new Date().toISOString(), actor,
      decisions: {}, revision: 0, committedAt: null, committedBy: null, codebookVersion: null, summary: null
    };
    const decided = deposit.status !== 'received' ? deposit.decisions : (input.decisions ?? deposit.decisions);
    const given = { deposit: { ...deposit, decisions: decided }, file: openPacked(file), codebook: { version: known?.version ?? 1, content }, acknowledgeAll: input.acknowledgeAll, brief: input.brief };
    const prepared = await prepare(db, given, onProgress);
    const { preparation, responses, frame } = prepared;
    const report = { preparation, frame: frame.length, responses: responses.length };
    if (deposit.status !== 'received') return { outcome: 'already', ...report };
    if (!preparation.ready) return { outcome: 'refused', ...report };
    if (input.dryRun) return { outcome: 'checked', ...report };

    onProgress({ step: 'write', done: 0 });
    const done = await db.transaction(async (tx) => {
      if ((await lastAuditId(tx)) !== seen) return false;
      if (!known) await createWaveWithin(tx, content, actor);
      if (replaced) await reopenReplaced(tx, deposit.id);
      if (stored) await updateDecisions(tx, deposit.id, preparation.deposit.decisions, stored.revision);
      else {
        await insertDeposit(tx, preparation.deposit, file);
        await recordAudit(tx, { actor, action: 'wave.deposit', subject: `deposit:${deposit.id}`, details: { wave, filename: deposit.filename, sha256, size } });
      }
      await writePrepared(tx, prepared, actor);
      return true;
    });
    onProgress({ step: 'write', done: done ? 1 : 0 });
    if (done) return { outcome: 'committed', ...report };
  }
}
