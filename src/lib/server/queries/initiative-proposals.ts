import { desc, eq } from 'drizzle-orm';
import { censusProposal } from '../db/census.schema.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';

/** A census file that is compared with the census. */
export type Proposal = typeof censusProposal.$inferSelect;
export type ProposalSummary = Omit<Proposal, 'bytes'>;

/** A file by its identifier, or undefined. */
export async function findProposal(id: string, db: WorkshopReader = workshop()): Promise<Proposal | undefined> {
  const [row] = await db.select().from(censusProposal).where(eq(censusProposal.id, id));
  return row;
}

/** Files, newest first. */
export async function listProposals(db: WorkshopReader = workshop()): Promise<ProposalSummary[]> {
  const { id, filename, sha256, status, at, actor, closedAt, closedBy } = censusProposal;
  return db.select({ id, filename, sha256, status, at, actor, closedAt, closedBy }).from(censusProposal).orderBy(desc(censusProposal.at)).limit(50);
}

export async function writeProposal(tx: WorkshopTransaction, values: Pick<Proposal, 'id' | 'filename' | 'sha256' | 'bytes' | 'at' | 'actor'>): Promise<void> {
  await tx.insert(censusProposal).values({ ...values, status: 'open' });
}

export async function closeProposal(tx: WorkshopTransaction, id: string, at: string, actor: string): Promise<void> {
  await tx.update(censusProposal).set({ status: 'closed', closedAt: at, closedBy: actor }).where(eq(censusProposal.id, id));
}
