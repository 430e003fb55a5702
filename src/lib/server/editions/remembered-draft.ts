import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { lastAuditId } from '../queries/audit.ts';
import { settings } from '../settings.ts';
import { draftEdition, type EditionDraft } from './index.ts';

let remembered: { key: string; draft: Promise<EditionDraft> } | undefined;

/**
 * The next edition, computed once for each state of the workshop: whoever asks again, or while it is computed, is given the
 * same one. Every change, publications and withdrawals included, writes an audit event; the year is part of the version.
 * Publishing computes its own and compares the content's hash, so that a remembered draft is never published unseen.
 *
 * @throws DomainError what `draftEdition` throws; a failure is not remembered
 */
export async function rememberedDraft(compute: () => Promise<EditionDraft> = draftEdition, db: WorkshopDatabase = workshop()): Promise<EditionDraft> {
  const key = `${settings.workshop.url} ${await lastAuditId(db)} ${new Date().toISOString().slice(0, 10)}`;
  if (remembered?.key === key) return remembered.draft;
  const kept = { key, draft: compute() };
  remembered = kept;
  kept.draft.catch(() => {
    if (remembered === kept) remembered = undefined;
  });
  return kept.draft;
}
