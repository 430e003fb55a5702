import { publication, workshop, type PublicationDatabase, type WorkshopDatabase } from '../db/databases.ts';
import { listAudit, recordAudit } from '../queries/audit.ts';
import { listIntents, settleIntent } from '../queries/editions.ts';
import { findEdition, listEditions } from '../queries/publication.ts';

export type Settlement = { version: string; outcome: 'confirmed' | 'abandoned' };

/**
 * Settles editions whose publication was cut short: confirmed when the edition is in the publication database, which
 * writes it whole or not at all, abandoned otherwise. Called at each start, before anything is published.
 */
export async function settlePublications(db: WorkshopDatabase = workshop(), published: PublicationDatabase = publication()): Promise<Settlement[]> {
  const settled: Settlement[] = [];
  for (const intent of await listIntents(db)) {
    if (intent.status !== 'intent') continue;
    const edition = await findEdition(intent.version, published);
    const outcome = edition?.contentHash === intent.contentHash ? 'confirmed' : 'abandoned';
    await db.transaction(async (tx) => {
      await settleIntent(tx, intent.version, outcome, new Date().toISOString());
      const action = outcome === 'confirmed' ? 'edition.publish' : 'edition.abandon';
      await recordAudit(tx, { actor: intent.actor, action, subject: `edition:${intent.version}`, details: { settled: true, contentHash: intent.contentHash } });
    });
    settled.push({ version: intent.version, outcome });
  }
  await settleWithdrawals(db, published);
  return settled;
}

/** A withdrawal is written where the public sees it first: the audit list catches up. */
async function settleWithdrawals(db: WorkshopDatabase, published: PublicationDatabase): Promise<void> {
  for (const { version, status, withdrawnAt } of await listEditions(published)) {
    if (status !== 'withdrawn') continue;
    const subject = `edition:${version}`;
    const known = (await listAudit(db, { subject })).some((event) => event.action === 'edition.withdraw');
    if (!known) await recordAudit(db, { actor: 'unknown', action: 'edition.withdraw', subject, details: { settled: true, withdrawnAt } });
  }
}
