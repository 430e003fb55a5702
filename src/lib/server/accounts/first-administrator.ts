import type { WorkshopDatabase } from '../db/databases.ts';
import { countHolders } from '../queries/accounts.ts';
import { closeUnclaimed, createInvitation } from '../queries/invitations.ts';

/**
 * The path of a new one-time link for the first administrator, or undefined when there is one already.
 * Links of earlier starts are closed: one at a time can be used.
 */
export async function firstAdministratorPath(db: WorkshopDatabase, now: Date): Promise<string | undefined> {
  if ((await countHolders(db, 'account.manage')) > 0) return undefined;
  await closeUnclaimed(db, now);
  const { token } = await createInvitation(db, { role: 'administrator', actor: 'commande', days: 2, now });
  return `/edition/invitation/${token}`;
}
