import { eq } from 'drizzle-orm';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader } from '../db/databases.ts';
import { indicator } from '../db/workshop.schema.ts';
import { recordAudit } from './audit.ts';

/** An indicator that an editor added, or changed from the one that is shipped. */
export type StoredIndicator = typeof indicator.$inferSelect;

export async function findStoredIndicator(id: string, db: WorkshopReader = workshop()): Promise<StoredIndicator | undefined> {
  const rows = await db.select().from(indicator).where(eq(indicator.id, id));
  return rows[0];
}

/** Every stored indicator, in the order of their identifiers. */
export async function listStoredIndicators(db: WorkshopReader = workshop()): Promise<StoredIndicator[]> {
  return db.select().from(indicator).orderBy(indicator.id);
}

export type IndicatorAction = 'indicator.save' | 'indicator.retire' | 'indicator.restore';

/** Stores an indicator in place of the one of its identifier, with its audit. */
export async function storeIndicator(definition: Indicator, action: IndicatorAction, actor: string, db: WorkshopDatabase = workshop()): Promise<void> {
  const { id, question, measure, page } = definition;
  await db.transaction(async (tx) => {
    const row = { id, definition, at: new Date().toISOString(), actor };
    await tx.insert(indicator).values(row).onConflictDoUpdate({ target: indicator.id, set: row });
    await recordAudit(tx, { actor, action, subject: `indicator:${id}`, details: { question, measure, page } });
  });
}
