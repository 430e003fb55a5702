import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { workshop, type WorkshopDatabase, type WorkshopTransaction } from '../db/databases.ts';
import { refuseOrphans } from '../editions/orphans.ts';
import { recordAudit } from '../queries/audit.ts';
import { readResponses } from '../queries/responses.ts';
import { findCodebook, insertCodebook, insertWave } from '../queries/waves.ts';

export type CreatedWave = { wave: string; outcome: 'created' | 'updated' | 'unchanged'; version: number };

/**
 * Makes a wave known, with its codebook and no response. A wave that exists takes the codebook as a new version when it
 * differs from the one in use, and stays as it is otherwise.
 *
 * @returns what was done, and the version of the codebook now in use
 * @throws DomainError `impossible_value` when the wave's name is not a year, perhaps with a suffix (`2026-demo`);
 *   `codebook_orphans` when stored answers would lose their question or their option
 */
export function createWave(content: Codebook, actor: string, db: WorkshopDatabase = workshop()): Promise<CreatedWave> {
  return db.transaction((tx) => createWaveWithin(tx, content, actor));
}

/** The same, within a transaction. */
export async function createWaveWithin(tx: WorkshopTransaction, content: Codebook, actor: string): Promise<CreatedWave> {
  const id = content.wave;
  if (!/^\d{4}(-[a-z0-9]+)*$/.test(id)) throw new DomainError('impossible_value', { what: 'wave', value: id });
  const at = new Date().toISOString();
  const current = await findCodebook(id, tx);
  if (current && JSON.stringify(current.content) === JSON.stringify(content)) return { wave: id, outcome: 'unchanged', version: current.version };
  // Read only when the questionnaire loses something: a wave may have a hundred thousand responses.
  if (current && narrows(current.content, content)) refuseOrphans({ codebook: content, responses: await readResponses(id, tx) });
  const version = (current?.version ?? 0) + 1;
  if (!current) {
    const { title, openedOn, closedOn, provenance } = content;
    await insertWave(tx, { id, title, openedOn, closedOn, provenance, status: 'draft', codebookVersion: version, createdAt: at, createdBy: actor });
  }
  await insertCodebook(tx, { wave: id, version, content, at, actor });
  const action = current ? 'codebook.change' : 'wave.create';
  await recordAudit(tx, { actor, action, subject: `wave:${id}`, details: { version, questions: content.questions.length } });
  return { wave: id, outcome: current ? 'updated' : 'created', version };
}

/** Whether a question, an option or a point of a scale is gone, or a question is of another type. */
function narrows(before: Codebook, after: Codebook): boolean {
  return before.questions.some((question) => {
    const now = after.questions.find(({ code }) => code === question.code);
    const codes = new Set([...(now?.options ?? []), ...(now?.scale ?? [])].map(({ code }) => code));
    return now?.type !== question.type || [...(question.options ?? []), ...(question.scale ?? [])].some(({ code }) => !codes.has(code));
  });
}
