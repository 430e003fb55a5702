import { desc, eq } from 'drizzle-orm';
import { insertMany } from '../db/bulk.ts';
import type { PublicationTransaction, WorkshopReader, WorkshopTransaction } from '../db/databases.ts';
import { edition, editionInitiative, editionTable, editionText, editionWave } from '../db/publication.schema.ts';
import { editionIntent, editorialText, indicator } from '../db/workshop.schema.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { PublishedWave } from '#lib/domain/confidentiality/edition.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { Text } from '#lib/domain/language.ts';

/** Everything that an edition publishes. Its types can hold no answer. */
export type EditionContent = {
  initiatives: Initiative[];
  waves: PublishedWave[];
  tables: PublishedTable[];
  texts: { key: string; value: Text }[];
};

export type EditionIntent = typeof editionIntent.$inferSelect;

/** Writes an edition whole; its own row comes last and makes it visible. */
export async function insertEdition(tx: PublicationTransaction, row: typeof edition.$inferInsert, content: EditionContent): Promise<void> {
  const { version } = row;
  await insertMany(tx, editionInitiative, content.initiatives.map((item) => ({ version, slug: item.slug, content: item })));
  await insertMany(tx, editionWave, content.waves.map((item) => ({ version, wave: item.wave, content: item })));
  await insertMany(
    tx,
    editionTable,
    content.tables.map((item, position) => ({ version, id: item.id, position, indicator: item.indicator, breakdown: item.breakdown, wave: item.wave, measure: item.measure, content: item }))
  );
  await insertMany(tx, editionText, content.texts.map((item) => ({ version, ...item })));
  await tx.insert(edition).values(row);
}

/** Editions that were intended, newest first. */
export async function listIntents(db: WorkshopReader): Promise<EditionIntent[]> {
  return db.select().from(editionIntent).orderBy(desc(editionIntent.at));
}

/** Records that an edition is about to be written. The number of an abandoned one serves again. */
export async function writeIntent(tx: WorkshopTransaction, values: Pick<EditionIntent, 'version' | 'contentHash' | 'at' | 'actor'>): Promise<void> {
  const row = { ...values, status: 'intent' as const, settledAt: null };
  await tx.insert(editionIntent).values(row).onConflictDoUpdate({ target: editionIntent.version, set: row });
}

export async function settleIntent(tx: WorkshopTransaction, version: string, status: 'confirmed' | 'abandoned', at: string): Promise<void> {
  await tx.update(editionIntent).set({ status, settledAt: at }).where(eq(editionIntent.version, version));
}

/** Indicators that editors added or changed. */
export async function listIndicators(db: WorkshopReader): Promise<Indicator[]> {
  return (await db.select().from(indicator)).map((row) => row.definition);
}

/** Sentences that editors changed, by key. */
export async function listTexts(db: WorkshopReader): Promise<{ key: string; value: Text }[]> {
  return db.select({ key: editorialText.key, value: editorialText.value }).from(editorialText).orderBy(editorialText.key);
}
