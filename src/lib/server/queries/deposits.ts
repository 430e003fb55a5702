import { and, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Decisions } from '#lib/reading/types.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { deposit } from '../db/workshop.schema.ts';

const { bytes: _bytes, ...columns } = getTableColumns(deposit);
void _bytes;

/** A deposit without its bytes. */
export type Deposit = Omit<typeof deposit.$inferSelect, 'bytes'>;

export async function insertDeposit(tx: WorkshopTransaction, values: typeof deposit.$inferInsert): Promise<void> {
  await tx.insert(deposit).values(values);
}

export async function findDeposit(id: string, db: WorkshopReader = workshop()): Promise<Deposit | undefined> {
  return (await db.select(columns).from(deposit).where(eq(deposit.id, id)))[0];
}

/** The deposited file, byte for byte. */
export async function readDepositBytes(id: string, db: WorkshopReader = workshop()): Promise<Uint8Array | undefined> {
  return (await db.select({ bytes: deposit.bytes }).from(deposit).where(eq(deposit.id, id)))[0]?.bytes;
}

/** Deposits, newest first; of one wave when it is given. */
export async function listDeposits(wave?: string, db: WorkshopReader = workshop()): Promise<Deposit[]> {
  return db.select(columns).from(deposit).where(wave === undefined ? undefined : eq(deposit.wave, wave)).orderBy(desc(deposit.at));
}

/** The deposits of a file, whatever its name, newest first. */
export async function findBySha256(sha256: string, db: WorkshopReader = workshop()): Promise<Deposit[]> {
  return db.select(columns).from(deposit).where(eq(deposit.sha256, sha256)).orderBy(desc(deposit.at));
}

/** Replaces the decisions when nobody did since `revision`. @returns false when somebody did */
export async function updateDecisions(tx: WorkshopTransaction, id: string, decisions: Decisions, revision: number): Promise<boolean> {
  const rows = await tx
    .update(deposit)
    .set({ decisions, revision: revision + 1 })
    .where(and(eq(deposit.id, id), eq(deposit.revision, revision), eq(deposit.status, 'received')))
    .returning({ id: deposit.id });
  return rows.length > 0;
}

export async function markCommitted(tx: WorkshopTransaction, id: string, values: Pick<Deposit, 'committedAt' | 'committedBy' | 'codebookVersion' | 'summary' | 'decisions'>): Promise<void> {
  await tx.update(deposit).set({ ...values, status: 'committed' }).where(eq(deposit.id, id));
}

/** Takes up again a deposit that another one replaced: its bytes and decisions are there; it is read anew with the codebook in use. */
export async function reopenReplaced(tx: WorkshopTransaction, id: string): Promise<void> {
  await tx.update(deposit).set({ status: 'received', committedAt: null, committedBy: null, codebookVersion: null }).where(and(eq(deposit.id, id), eq(deposit.status, 'replaced')));
}

/** The wave's responses now come from another deposit; earlier ones keep their bytes and say that they were replaced. */
export async function markReplaced(tx: WorkshopTransaction, wave: string, by: string): Promise<void> {
  await tx.update(deposit).set({ status: 'replaced' }).where(and(eq(deposit.wave, wave), ne(deposit.id, by), eq(deposit.status, 'committed')));
}

/** Decisions of the last committed deposits of other waves, newest first: what is proposed at the next one. */
export async function rememberedDecisions(wave: string, db: WorkshopReader = workshop()): Promise<{ wave: string; summary: string | null; decisions: Decisions }[]> {
  return db
    .select({ wave: deposit.wave, summary: deposit.summary, decisions: deposit.decisions })
    .from(deposit)
    .where(and(ne(deposit.wave, wave), sql`${deposit.status} <> 'received'`))
    .orderBy(desc(deposit.committedAt))
    .limit(5);
}
