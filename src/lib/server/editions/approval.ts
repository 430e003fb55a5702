import { DomainError } from '#lib/domain/errors.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { countHolders } from '../queries/accounts.ts';
import { actorsSince, lastAudit } from '../queries/audit.ts';

/** Who acts from the command line: whoever holds the machine stands outside the accounts and their rules. */
export const COMMAND_LINE = 'commande';

/** Actions that prepare what an edition will say. */
const PREPARATION = ['wave.', 'census.', 'deposit.', 'codebook.', 'indicator.', 'text.'];

/**
 * Nobody approves alone what they prepared when two approvers exist.
 *
 * @throws DomainError `second_approver` when the actor prepared something since the last edition and another could approve
 */
export async function checkApprover(db: WorkshopReader, actor: string): Promise<void> {
  if (actor === COMMAND_LINE || (await countHolders(db, 'wave.publish')) < 2) return;
  const since = await lastAudit(db, 'edition.publish');
  if ((await actorsSince(db, since, PREPARATION)).has(actor)) throw new DomainError('second_approver');
}
