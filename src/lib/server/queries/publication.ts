import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { EditionSummary, PublishedWave } from '#lib/domain/confidentiality/edition.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Text } from '#lib/domain/language.ts';
import { publication, type PublicationDatabase } from '../db/databases.ts';
import { edition, editionInitiative, editionTable, editionText, editionWave } from '../db/publication.schema.ts';
import { EditionCache } from './edition-cache.ts';

/** A published table without its numbers. */
export type TableEntry = Pick<PublishedTable, 'id' | 'indicator' | 'breakdown' | 'wave' | 'measure' | 'page'>;

type Content = {
  initiatives: Map<string, Initiative>;
  waves: PublishedWave[];
  tables: Map<string, PublishedTable>;
  texts: Map<string, Text>;
};

const caches = new WeakMap<PublicationDatabase, EditionCache<Content>>();

/** Throws for a version that is not there, so that it is not remembered as empty: it may be published a moment later. */
async function load(db: PublicationDatabase, version: string): Promise<Content> {
  if (!(await findEdition(version, db))) throw new UnknownEdition();
  const [initiatives, waves, tables, texts] = await Promise.all([
    db.select().from(editionInitiative).where(eq(editionInitiative.version, version)).orderBy(asc(editionInitiative.slug)),
    db.select().from(editionWave).where(eq(editionWave.version, version)).orderBy(asc(editionWave.wave)),
    db.select().from(editionTable).where(eq(editionTable.version, version)).orderBy(asc(editionTable.position)),
    db.select().from(editionText).where(eq(editionText.version, version))
  ]);
  return {
    initiatives: new Map(initiatives.map((row) => [row.slug, row.content])),
    waves: waves.map((row) => row.content),
    tables: new Map(tables.map((row) => [row.id, row.content])),
    texts: new Map(texts.map((row) => [row.key, row.value]))
  };
}

class UnknownEdition extends Error {}

async function contentOf(version: string, db: PublicationDatabase): Promise<Content | undefined> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new EditionCache((asked) => load(db, asked))));
  try {
    return await cache.get(version);
  } catch (error) {
    if (error instanceof UnknownEdition) return undefined;
    throw error;
  }
}

function summary(row: typeof edition.$inferSelect): EditionSummary {
  return {
    version: row.version,
    publishedAt: row.publishedAt,
    title: row.title,
    note: row.note,
    status: row.status,
    contentHash: row.contentHash,
    ...(row.withdrawnAt ? { withdrawnAt: row.withdrawnAt } : {}),
    ...(row.withdrawalReason ? { withdrawalReason: row.withdrawalReason } : {}),
    ...(row.successor ? { successor: row.successor } : {})
  };
}

/** The newest edition that is not withdrawn, or undefined before the first one. */
export async function currentEdition(db = publication()): Promise<EditionSummary | undefined> {
  const rows = await db.select().from(edition).where(eq(edition.status, 'published')).orderBy(desc(edition.year), desc(edition.number)).limit(1);
  return rows[0] && summary(rows[0]);
}

/** An edition, withdrawn or not, or undefined. */
export async function findEdition(version: string, db = publication()): Promise<EditionSummary | undefined> {
  const rows = await db.select().from(edition).where(eq(edition.version, version));
  return rows[0] && summary(rows[0]);
}

/** Every edition, newest first, withdrawn ones included. */
export async function listEditions(db = publication()): Promise<EditionSummary[]> {
  const rows = await db.select().from(edition).orderBy(desc(edition.year), desc(edition.number));
  return rows.map(summary);
}

/** The census of an edition, by slug; empty for an unknown version. */
export async function listInitiatives(version: string, db = publication()): Promise<Initiative[]> {
  return [...((await contentOf(version, db))?.initiatives.values() ?? [])];
}

export async function findInitiative(version: string, slug: string, db = publication()): Promise<Initiative | undefined> {
  return (await contentOf(version, db))?.initiatives.get(slug);
}

/** Slug of the initiative that took in the one whose address was `slug`, or undefined. */
export async function findSuccessor(version: string, slug: string, db = publication()): Promise<string | undefined> {
  const initiatives = (await contentOf(version, db))?.initiatives.values() ?? [];
  return [...initiatives].find((initiative) => initiative.formerSlugs?.includes(slug))?.slug;
}

/** The waves of an edition, oldest first. */
export async function listWaves(version: string, db = publication()): Promise<PublishedWave[]> {
  return (await contentOf(version, db))?.waves ?? [];
}

/** A table by its id (`2025.objectives.by.lead_type`), or undefined. */
export async function findTable(version: string, id: string, db = publication()): Promise<PublishedTable | undefined> {
  return (await contentOf(version, db))?.tables.get(id);
}

/** The tables among `ids` that exist, in the order of `ids`. */
export async function findTables(version: string, ids: string[], db = publication()): Promise<PublishedTable[]> {
  const tables = (await contentOf(version, db))?.tables;
  return ids.flatMap((id) => tables?.get(id) ?? []);
}

/** What can be asked of `findTable`, in the order of the pages. */
export async function listTables(version: string, db = publication()): Promise<TableEntry[]> {
  const tables = [...((await contentOf(version, db))?.tables.values() ?? [])];
  return tables.map(({ id, indicator, breakdown, wave, measure, page }) => ({ id, indicator, breakdown, wave, measure, ...(page ? { page } : {}) }));
}

/**
 * What editions published under statistical confidentiality, with the tables of the indicators named, oldest edition first, withdrawn ones too: they have
 * been read.
 */
export async function listProtectedTables(indicators: readonly string[], db = publication()): Promise<{ version: string; withdrawn: boolean; table: PublishedTable }[]> {
  const secret = sql`coalesce(json_extract(${editionTable.content}, '$.level'), 'confidential') <> 'open'`;
  const named = sql`${editionTable.indicator} in (select value from json_each(${JSON.stringify(indicators)}))`;
  const rows = await db
    .select({ version: edition.version, status: edition.status, content: editionTable.content })
    .from(editionTable)
    .innerJoin(edition, eq(edition.version, editionTable.version))
    .where(or(secret, named))
    .orderBy(asc(edition.year), asc(edition.number), asc(editionTable.position));
  return rows.map(({ version, status, content }) => ({ version, withdrawn: status === 'withdrawn', table: content }));
}

/** A sentence of the site as frozen in an edition, or undefined when editors never changed it. */
export async function findText(version: string, key: string, db = publication()): Promise<Text | undefined> {
  return (await contentOf(version, db))?.texts.get(key);
}

/** Marks an edition as withdrawn; its content stays. @returns false when it does not exist or already is */
export async function markWithdrawn(version: string, values: { at: string; reason: Text; successor?: string }, db = publication()): Promise<boolean> {
  const found = await db
    .update(edition)
    .set({ status: 'withdrawn', withdrawnAt: values.at, withdrawalReason: values.reason, successor: values.successor ?? null })
    .where(and(eq(edition.version, version), eq(edition.status, 'published')))
    .returning({ version: edition.version });
  return found.length > 0;
}
