import { and, count, desc, eq } from 'drizzle-orm';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { depositCommit } from '../db/intake.schema.ts';
import { deposit, response } from '../db/workshop.schema.ts';
import type { Deposit } from './deposits.ts';

/** A deposit as it was committed, before it was opened again. */
export type DepositCommit = typeof depositCommit.$inferSelect;

/** Commits of a deposit that was opened again, newest first. */
export async function listDepositCommits(id: string, db: WorkshopReader = workshop()): Promise<DepositCommit[]> {
  return db.select().from(depositCommit).where(eq(depositCommit.deposit, id)).orderBy(desc(depositCommit.id));
}

export async function insertDepositCommit(tx: WorkshopTransaction, values: typeof depositCommit.$inferInsert): Promise<void> {
  await tx.insert(depositCommit).values(values);
}

/** Whether the wave's responses come from this deposit. */
export async function holdsResponses(id: string, db: WorkshopReader = workshop()): Promise<boolean> {
  const [row] = await db.select({ n: count() }).from(response).where(eq(response.deposit, id));
  return (row?.n ?? 0) > 0;
}

/** Opens a committed deposit again; its responses stay. @returns false when it was not committed */
export async function reopenCommitted(tx: WorkshopTransaction, id: string, revision: number): Promise<boolean> {
  const rows = await tx
    .update(deposit)
    .set({ status: 'received', committedAt: null, committedBy: null, revision: revision + 1 })
    .where(and(eq(deposit.id, id), eq(deposit.status, 'committed'), eq(deposit.revision, revision)))
    .returning({ id: deposit.id });
  return rows.length > 0;
}

/** Puts a deposit back as it was committed. */
export async function restoreCommit(tx: WorkshopTransaction, id: string, values: Pick<Deposit, 'committedAt' | 'committedBy' | 'codebookVersion' | 'summary' | 'decisions' | 'revision'>): Promise<void> {
  await tx.update(deposit).set({ ...values, status: 'committed' }).where(and(eq(deposit.id, id), eq(deposit.status, 'received')));
}
