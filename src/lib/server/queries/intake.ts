import { and, desc, eq, sql } from 'drizzle-orm';
import { insertMany } from '../db/bulk.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { depositDecision, depositJob, rememberedDecision } from '../db/intake.schema.ts';

export type DecisionStep = typeof depositDecision.$inferSelect;
export type Remembered = typeof rememberedDecision.$inferSelect;
export type DepositJob = typeof depositJob.$inferSelect;

export async function insertDecisionStep(tx: WorkshopTransaction, values: typeof depositDecision.$inferInsert): Promise<void> {
  await tx.insert(depositDecision).values(values);
}

/** Steps of the decisions about a deposit, newest first. */
export async function listDecisionSteps(deposit: string, db: WorkshopReader = workshop(), limit = 200): Promise<DecisionStep[]> {
  return db.select().from(depositDecision).where(eq(depositDecision.deposit, deposit)).orderBy(desc(depositDecision.id)).limit(limit);
}

export async function findDecisionStep(deposit: string, id: number, db: WorkshopReader = workshop()): Promise<DecisionStep | undefined> {
  return (await db.select().from(depositDecision).where(and(eq(depositDecision.deposit, deposit), eq(depositDecision.id, id))))[0];
}

/** Everything that earlier deposits taught, newest first. */
export async function readRemembered(db: WorkshopReader = workshop()): Promise<Remembered[]> {
  return db.select().from(rememberedDecision).orderBy(desc(rememberedDecision.at));
}

/** Remembers decisions; a later one on the same thing takes the place of an earlier one. */
export async function writeRemembered(tx: WorkshopTransaction, rows: Remembered[]): Promise<void> {
  await insertMany(tx, rememberedDecision, rows, sql`on conflict (tool, kind, key) do update set value = excluded.value, wave = excluded.wave, at = excluded.at, actor = excluded.actor`);
}

export async function findJob(deposit: string, db: WorkshopReader = workshop()): Promise<DepositJob | undefined> {
  return (await db.select().from(depositJob).where(eq(depositJob.deposit, deposit)))[0];
}

export async function writeJob(values: typeof depositJob.$inferInsert, db: WorkshopReader = workshop()): Promise<void> {
  await db.insert(depositJob).values(values).onConflictDoUpdate({ target: depositJob.deposit, set: values });
}
