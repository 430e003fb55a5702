import { and, asc, count, desc, eq } from 'drizzle-orm';
import { correction } from '../db/census.schema.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';

export type CorrectionStatus = 'received' | 'accepted' | 'refused';
/** A message as editors see it: neither the token nor the hash of the sender's address. */
export type Correction = Omit<typeof correction.$inferSelect, 'tokenHash' | 'addressHash'>;

const { id, initiative, what, how, lang, at, status, answer, decidedAt, decidedBy } = correction;
const visible = { id, initiative, what, how, lang, at, status, answer, decidedAt, decidedBy };

/** Messages of a status, of an initiative, or all: those that wait oldest first, the others newest first. */
export async function listCorrections(filter: { status?: CorrectionStatus; initiative?: string } = {}, db: WorkshopReader = workshop()): Promise<Correction[]> {
  const conditions = [...(filter.status ? [eq(status, filter.status)] : []), ...(filter.initiative ? [eq(initiative, filter.initiative)] : [])];
  return db
    .select(visible)
    .from(correction)
    .where(and(...conditions))
    .orderBy(filter.status === 'received' ? asc(at) : desc(at))
    .limit(500);
}

/** How many messages there are of each status. */
export async function countCorrections(db: WorkshopReader = workshop()): Promise<Record<CorrectionStatus, number>> {
  const rows = await db.select({ status, count: count() }).from(correction).groupBy(status);
  return { received: 0, accepted: 0, refused: 0, ...Object.fromEntries(rows.map((row) => [row.status, row.count])) };
}

/** One message, or undefined. */
export async function findCorrection(wanted: string, db: WorkshopReader = workshop()): Promise<Correction | undefined> {
  const [row] = await db.select(visible).from(correction).where(eq(id, wanted));
  return row;
}

/** Writes what was decided and forgets where the message came from. @returns false when it was decided already */
export async function writeDecision(
  tx: WorkshopTransaction,
  wanted: string,
  decision: { status: 'accepted' | 'refused'; answer: string; at: string; actor: string }
): Promise<boolean> {
  const found = await tx
    .update(correction)
    .set({ status: decision.status, answer: decision.answer, decidedAt: decision.at, decidedBy: decision.actor, addressHash: null })
    .where(and(eq(id, wanted), eq(status, 'received')))
    .returning({ id });
  return found.length > 0;
}
