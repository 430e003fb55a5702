import { and, count, eq, gte } from 'drizzle-orm';
import { correction } from '../db/census.schema.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';

/*
 * The one door from the public side into the workshop (docs/decisions/020-corrections-door.md). It writes a message and reads
 * what became of the message whose token is given: no other table, no other row, no list.
 */

/** A message as it is received. */
export type NewCorrection = Pick<typeof correction.$inferSelect, 'id' | 'initiative' | 'what' | 'how' | 'lang' | 'at' | 'tokenHash' | 'addressHash'>;

/** What the sender may know. `answer` is the editors' sentence, there once decided. */
export type CorrectionOutcome = {
  initiative: string;
  status: 'received' | 'accepted' | 'refused';
  at: string;
  decidedAt?: string;
  answer?: string;
};

/**
 * Stores a message, unless too many came from the same address since `since`. The count and the writing are one
 * transaction: messages sent at the same instant do not slip through together.
 *
 * @returns false when it was refused for their number
 */
export async function submitCorrection(message: NewCorrection, limit: { since: string; most: number }, db: WorkshopDatabase = workshop()): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (message.addressHash !== null) {
      const sent = and(eq(correction.addressHash, message.addressHash), gte(correction.at, limit.since));
      const [found] = await tx.select({ sent: count() }).from(correction).where(sent);
      if ((found?.sent ?? 0) >= limit.most) return false;
    }
    await tx.insert(correction).values({ ...message, status: 'received' });
    return true;
  });
}

/** What became of the message of a token, or undefined when no message has it. */
export async function findOutcome(tokenHash: string, db: WorkshopDatabase = workshop()): Promise<CorrectionOutcome | undefined> {
  const { initiative, status, at, decidedAt, answer } = correction;
  const [row] = await db.select({ initiative, status, at, decidedAt, answer }).from(correction).where(eq(correction.tokenHash, tokenHash));
  if (!row) return undefined;
  return { initiative: row.initiative, status: row.status, at: row.at, ...(row.decidedAt ? { decidedAt: row.decidedAt } : {}), ...(row.answer ? { answer: row.answer } : {}) };
}
