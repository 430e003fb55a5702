import { DomainError } from '#lib/domain/errors.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import type { Text } from '#lib/domain/language.ts';
import { publication, workshop } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { findEdition, listEditions, markWithdrawn } from '../queries/publication.ts';
import type { Databases } from './publish.ts';

/**
 * Withdraws an edition: it stays reachable as withdrawn, with its public reason and what replaces it. Its content never
 * changes and is never deleted.
 *
 * @param successor default: the newest edition that is not withdrawn, if any
 * @throws DomainError `edition_unknown`; `edition_withdrawn` when it already is
 */
export async function withdrawEdition(version: string, reason: Text, actor: string, successor?: string, databases?: Databases): Promise<EditionSummary> {
  const { workshop: db, publication: published } = databases ?? { workshop: workshop(), publication: publication() };
  const edition = await findEdition(version, published);
  if (!edition) throw new DomainError('edition_unknown', { version });
  if (edition.status === 'withdrawn') throw new DomainError('edition_withdrawn', { version, reason: edition.withdrawalReason?.fr ?? '' });
  const others = (await listEditions(published)).filter((other) => other.version !== version && other.status === 'published');
  if (successor !== undefined && !others.some((other) => other.version === successor)) throw new DomainError('edition_unknown', { version: successor });
  const next = successor ?? others[0]?.version;
  const at = new Date().toISOString();
  const done = await markWithdrawn(version, { at, reason, ...(next ? { successor: next } : {}) }, published);
  if (!done) throw new DomainError('edition_withdrawn', { version, reason: reason.fr });
  await recordAudit(db, { actor, action: 'edition.withdraw', subject: `edition:${version}`, details: { reason, successor: next ?? null } });
  return { ...edition, status: 'withdrawn', withdrawnAt: at, withdrawalReason: reason, ...(next ? { successor: next } : {}) };
}
