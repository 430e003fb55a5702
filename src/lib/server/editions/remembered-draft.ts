import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { lastAuditId } from '../queries/audit.ts';
import { settings } from '../settings.ts';
import type { Progress } from '../workers/progress.ts';
import { draftEdition, type EditionDraft } from './index.ts';

type Compute = (onProgress: (progress: Progress) => void) => Promise<EditionDraft>;
type Remembered = { key: string; draft: Promise<EditionDraft>; progress: { done: number } };

let remembered: Remembered | undefined;

const inWorker: Compute = (onProgress) => draftEdition({ onProgress });

async function remember(compute: Compute, db: WorkshopDatabase): Promise<Remembered> {
  const key = `${settings.workshop.url} ${await lastAuditId(db)} ${new Date().toISOString().slice(0, 10)}`;
  if (remembered?.key === key) return remembered;
  const progress = { done: 0 };
  const kept: Remembered = { key, draft: compute(({ done }) => (progress.done = done)), progress };
  remembered = kept;
  // Nobody may be waiting any more: the failure is told to whoever asks next.
  kept.draft.catch(() => undefined);
  return kept;
}

/** A failure is told once, and then forgotten. */
async function told<T>(kept: Remembered, waiting: Promise<T>): Promise<T> {
  try {
    return await waiting;
  } catch (failure) {
    if (remembered === kept) remembered = undefined;
    throw failure;
  }
}

/**
 * The next edition, computed once for each state of the workshop: whoever asks again, or while it is computed, is given the
 * same one. Every change, publications and withdrawals included, writes an audit event; the year is part of the version.
 * Publishing computes its own and compares the content's hash, so that a remembered draft is never published unseen.
 *
 * @throws DomainError what `draftEdition` throws; a failure is forgotten once it is told
 */
export async function rememberedDraft(compute: Compute = inWorker, db: WorkshopDatabase = workshop()): Promise<EditionDraft> {
  const kept = await remember(compute, db);
  return told(kept, kept.draft);
}

/**
 * The same when it is there within `patience` milliseconds; else how far it is, from 0 to 1, and it goes on.
 *
 * @throws DomainError as `rememberedDraft`, when it failed, now or since the last time
 */
export async function draftWithin(patience: number, compute: Compute = inWorker, db: WorkshopDatabase = workshop()): Promise<{ draft: EditionDraft } | { done: number }> {
  const kept = await remember(compute, db);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  const draft = await told(kept, Promise.race([kept.draft, late]));
  return draft ? { draft } : { done: kept.progress.done };
}
