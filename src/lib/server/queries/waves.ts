import { and, asc, count, desc, eq, lte, sql } from 'drizzle-orm';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { letGo } from '../db/bulk.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { codebook, response, wave, waveFrame } from '../db/workshop.schema.ts';

export type Wave = typeof wave.$inferSelect & { responses: number; frame: number };

/** Every wave, newest first, with its numbers of committed responses and of initiatives asked (0 before the first commit). */
export async function listWaves(db: WorkshopReader = workshop()): Promise<Wave[]> {
  const waves = await db.select().from(wave).orderBy(desc(wave.id));
  const responses = await db.select({ wave: response.wave, n: count() }).from(response).groupBy(response.wave);
  const frames = await db.select({ wave: waveFrame.wave, n: count() }).from(waveFrame).groupBy(waveFrame.wave);
  const of = (rows: { wave: string; n: number }[], id: string): number => rows.find((row) => row.wave === id)?.n ?? 0;
  return waves.map((row) => ({ ...row, responses: of(responses, row.id), frame: of(frames, row.id) }));
}

export async function findWave(id: string, db: WorkshopReader = workshop()): Promise<Wave | undefined> {
  return (await listWaves(db)).find((row) => row.id === id);
}

/** The codebook of a wave: the version in use, or the one asked for. */
export async function findCodebook(id: string, db: WorkshopReader = workshop(), version?: number): Promise<{ version: number; content: Codebook } | undefined> {
  const rows = await db
    .select({ version: codebook.version, content: codebook.content })
    .from(codebook)
    .where(version === undefined ? eq(codebook.wave, id) : and(eq(codebook.wave, id), eq(codebook.version, version)))
    .orderBy(desc(codebook.version))
    .limit(1);
  return rows[0];
}

/** The codebook that was in use at a time (UTC, ISO 8601). */
export async function findCodebookAsOf(id: string, at: string, db: WorkshopReader = workshop()): Promise<{ version: number; content: Codebook } | undefined> {
  const rows = await db
    .select({ version: codebook.version, content: codebook.content })
    .from(codebook)
    .where(and(eq(codebook.wave, id), lte(codebook.at, at)))
    .orderBy(desc(codebook.version))
    .limit(1);
  return rows[0];
}

/** Codebooks in use of the other waves, oldest first. */
export async function otherCodebooks(id: string, db: WorkshopReader = workshop()): Promise<Codebook[]> {
  const rows = await db
    .select({ content: codebook.content })
    .from(wave)
    .innerJoin(codebook, and(eq(codebook.wave, wave.id), eq(codebook.version, wave.codebookVersion)))
    .where(sql`${wave.id} <> ${id}`)
    .orderBy(asc(wave.id));
  return rows.map((row) => row.content);
}

export async function insertWave(tx: WorkshopTransaction, values: typeof wave.$inferInsert): Promise<void> {
  await tx.insert(wave).values(values);
}

/** Adds a version of a wave's codebook and puts it in use. */
export async function insertCodebook(tx: WorkshopTransaction, values: typeof codebook.$inferInsert): Promise<void> {
  await tx.insert(codebook).values(values);
  const { title, openedOn, closedOn, provenance } = values.content;
  await tx.update(wave).set({ codebookVersion: values.version, title, openedOn, closedOn, provenance }).where(eq(wave.id, values.wave));
}

export async function markLoaded(tx: WorkshopTransaction, id: string): Promise<void> {
  await tx.update(wave).set({ status: 'loaded' }).where(eq(wave.id, id));
}

/** Slugs of the initiatives that the wave was put to; empty before its first commit. */
export async function readFrame(id: string, db: WorkshopReader = workshop()): Promise<string[]> {
  const rows = await db.select({ slug: waveFrame.initiative }).from(waveFrame).where(eq(waveFrame.wave, id)).orderBy(asc(waveFrame.initiative));
  return rows.map((row) => row.slug);
}

export async function clearFrame(tx: WorkshopTransaction, id: string): Promise<void> {
  await tx.delete(waveFrame).where(eq(waveFrame.wave, id));
}

/** Initiatives per statement. */
const FRAME_CHUNK = 20_000;

export async function writeFrame(tx: WorkshopTransaction, id: string, slugs: string[]): Promise<void> {
  for (let start = 0; start < slugs.length; start += FRAME_CHUNK) {
    await tx.run(sql`insert into wave_frame (wave, initiative) select ${id}, value from json_each(${JSON.stringify(slugs.slice(start, start + FRAME_CHUNK))})`);
    await letGo();
  }
}
