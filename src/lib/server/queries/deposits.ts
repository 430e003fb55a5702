import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { Decisions } from '#lib/reading/types.ts';
import { letGo } from '../db/bulk.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { deposit, depositPart } from '../db/workshop.schema.ts';
import type { PackedFile, PackedPart } from '../wave-intake/packed-file.ts';

/** A deposit without its bytes. */
export type Deposit = typeof deposit.$inferSelect;

/** Keeps a deposit and its file. */
export async function insertDeposit(tx: WorkshopTransaction, values: typeof deposit.$inferInsert, { parts }: PackedFile): Promise<void> {
  await tx.insert(deposit).values(values);
  for (const [number, { deflated, bytes }] of parts.entries()) {
    await tx.insert(depositPart).values({ deposit: values.id, number, deflated, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
    await letGo();
  }
}

export async function findDeposit(id: string, db: WorkshopReader = workshop()): Promise<Deposit | undefined> {
  return (await db.select().from(deposit).where(eq(deposit.id, id)))[0];
}

/** Parts per read: a remote database refuses answers over 10 MB. */
const PARTS = 4;

/** The deposited file, byte for byte once unpacked; undefined when there is no such deposit. */
export async function readDepositFile(id: string, db: WorkshopReader = workshop()): Promise<PackedFile | undefined> {
  const [known] = await db.select({ size: deposit.size, sha256: deposit.sha256 }).from(deposit).where(eq(deposit.id, id));
  if (!known) return undefined;
  const parts: PackedPart[] = [];
  for (;;) {
    const { deflated, bytes, number } = depositPart;
    const page = await db.select({ deflated, bytes }).from(depositPart).where(eq(depositPart.deposit, id)).orderBy(asc(number)).limit(PARTS).offset(parts.length);
    parts.push(...page);
    if (page.length < PARTS) return { ...known, parts };
  }
}

/** Deposits, newest first; of one wave when it is given. */
export async function listDeposits(wave?: string, db: WorkshopReader = workshop()): Promise<Deposit[]> {
  return db.select().from(deposit).where(wave === undefined ? undefined : eq(deposit.wave, wave)).orderBy(desc(deposit.at));
}

/** The deposits of a file, whatever its name, newest first. */
export async function findBySha256(sha256: string, db: WorkshopReader = workshop()): Promise<Deposit[]> {
  return db.select().from(deposit).where(eq(deposit.sha256, sha256)).orderBy(desc(deposit.at));
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

/** Version of the codebook with which the wave's responses were stored, also while their deposit is being amended; undefined before the first commit. */
export async function committedCodebookVersion(wave: string, db: WorkshopReader = workshop()): Promise<number | undefined> {
  const rows = await db
    .select({ version: deposit.codebookVersion })
    .from(deposit)
    .where(and(eq(deposit.wave, wave), sql`${deposit.id} in (select "deposit" from "response" where "wave" = ${wave} limit 1)`))
    .limit(1);
  return rows[0]?.version ?? undefined;
}
