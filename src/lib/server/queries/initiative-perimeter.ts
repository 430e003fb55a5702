import { desc, max } from 'drizzle-orm';
import { perimeterDefinition } from '../db/census.schema.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from './audit.ts';

/** What counts as an initiative and as a caisse, and since when. */
export type PerimeterDefinition = typeof perimeterDefinition.$inferSelect;

/** Every definition, newest version first. */
export async function listPerimeters(db: WorkshopReader = workshop()): Promise<PerimeterDefinition[]> {
  return db.select().from(perimeterDefinition).orderBy(desc(perimeterDefinition.version));
}

/** Adds a definition after the others, with its audit. @returns its version, from 1 */
export async function addPerimeter(values: Omit<PerimeterDefinition, 'version' | 'at'>, db: WorkshopDatabase = workshop()): Promise<number> {
  return db.transaction((tx) => insertPerimeter(tx, values));
}

/** `addPerimeter` within a transaction that does more. */
export async function insertPerimeter(tx: WorkshopTransaction, values: Omit<PerimeterDefinition, 'version' | 'at'>): Promise<number> {
  const [newest] = await tx.select({ version: max(perimeterDefinition.version) }).from(perimeterDefinition);
  const version = (newest?.version ?? 0) + 1;
  await tx.insert(perimeterDefinition).values({ ...values, version, at: new Date().toISOString() });
  await recordAudit(tx, { actor: values.actor, action: 'census.perimeter', subject: `perimeter:${version}`, details: { since: values.since } });
  return version;
}
