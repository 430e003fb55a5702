import { rollup } from 'd3-array';
import { and, asc, count, desc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { countedOnce } from '#lib/domain/census/counted-once.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { letGo } from '../db/bulk.ts';
import { initiativeState } from '../db/census.schema.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { codebook, response, wave, waveFrame } from '../db/workshop.schema.ts';

export type Wave = typeof wave.$inferSelect & { responses: number; frame: number };

/** Every wave, newest first, with its numbers of committed responses and of initiatives asked (0 before the first commit). */
export async function listWaves(db: WorkshopReader = workshop()): Promise<Wave[]> {
  const waves = await db.select().from(wave).orderBy(desc(wave.id));
  const responses = await db.select({ wave: response.wave, n: count() }).from(response).groupBy(response.wave);
  const frames = await db.select({ wave: waveFrame.wave, n: count() }).from(waveFrame).groupBy(waveFrame.wave);
  const of = (rows: { wave: string; n: number }[], id: string): number => rows.find((row) => row.wave === id)?.n ?? 0;
  const twice = await countedTwice(db);
  return waves.map((row) => ({ ...row, responses: of(responses, row.id), frame: of(frames, row.id) - (twice.get(row.id)?.size ?? 0) }));
}

/** By wave, members of its frame that stand for the same initiative as another one since they were merged; see `countedOnce`. */
async function countedTwice(db: WorkshopReader, id?: string): Promise<Map<string, Set<string>>> {
  const states = await db.select({ slug: initiativeState.initiative, into: initiativeState.mergedInto }).from(initiativeState).where(isNotNull(initiativeState.mergedInto));
  const mergedInto = new Map(states.map(({ slug, into }) => [slug, into ?? slug]));
  const touched = sql`(select value from json_each(${JSON.stringify([...mergedInto.keys(), ...mergedInto.values()])}))`;
  if (mergedInto.size === 0) return new Map();
  const members = await db
    .select({ wave: waveFrame.wave, slug: waveFrame.initiative, answered: sql<number>`exists (select 1 from response r where r.wave = wave_frame.wave and r.initiative = wave_frame.initiative)` })
    .from(waveFrame)
    .where(and(sql`${waveFrame.initiative} in ${touched}`, id === undefined ? undefined : eq(waveFrame.wave, id)));
  return rollup(
    members,
    (rows) => {
      const once = new Set(countedOnce(rows.map(({ slug }) => slug), mergedInto, new Set(rows.filter(({ answered }) => answered).map(({ slug }) => slug))));
      return new Set(rows.map(({ slug }) => slug).filter((slug) => !once.has(slug)));
    },
    ({ wave: of }) => of
  );
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

/** Slugs of the initiatives that the wave was put to, those merged since counted once; empty before its first commit. */
export async function readFrame(id: string, db: WorkshopReader = workshop()): Promise<string[]> {
  const rows = await db.select({ slug: waveFrame.initiative }).from(waveFrame).where(eq(waveFrame.wave, id)).orderBy(asc(waveFrame.initiative));
  const twice = (await countedTwice(db, id)).get(id);
  return rows.map((row) => row.slug).filter((slug) => !twice?.has(slug));
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
