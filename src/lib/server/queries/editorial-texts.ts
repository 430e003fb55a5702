import { eq } from 'drizzle-orm';
import type { Text } from '#lib/domain/language.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader } from '../db/databases.ts';
import { editorialText } from '../db/workshop.schema.ts';
import { recordAudit } from './audit.ts';

/** A text of the public site as editors wrote it, its numbers still between braces. */
export type StoredText = typeof editorialText.$inferSelect;

export async function findStoredText(key: string, db: WorkshopReader = workshop()): Promise<StoredText | undefined> {
  const rows = await db.select().from(editorialText).where(eq(editorialText.key, key));
  return rows[0];
}

export async function listStoredTexts(db: WorkshopReader = workshop()): Promise<StoredText[]> {
  return db.select().from(editorialText).orderBy(editorialText.key);
}

/** Stores a text, or takes it away when `value` is undefined, with its audit. */
export async function storeText(key: string, value: Text | undefined, actor: string, db: WorkshopDatabase = workshop()): Promise<void> {
  await db.transaction(async (tx) => {
    const at = new Date().toISOString();
    if (value) await tx.insert(editorialText).values({ key, value, at, actor }).onConflictDoUpdate({ target: editorialText.key, set: { value, at, actor } });
    else await tx.delete(editorialText).where(eq(editorialText.key, key));
    await recordAudit(tx, { actor, action: value ? 'text.save' : 'text.clear', subject: `text:${key}`, details: value ? { fr: value.fr.length, en: value.en.length } : {} });
  });
}
