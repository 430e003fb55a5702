import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { group } from 'd3-array';
import type { Initiative, Kind } from '#lib/domain/census/initiative.ts';
import type { KnownInitiative } from '#lib/domain/census/matching.ts';
import { insertMany } from '../db/bulk.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { censusImport, initiative, initiativeChange, initiativeIdentifier, initiativePlace } from '../db/workshop.schema.ts';
import { fromRows, toRows } from './census-rows.ts';

export type InitiativeChange = Omit<typeof initiativeChange.$inferSelect, 'id'>;
export type Identifier = typeof initiativeIdentifier.$inferSelect;
export type CensusImport = Omit<typeof censusImport.$inferSelect, 'bytes'>;

/** The whole census as it stands in the workshop, by slug. */
export async function readInitiatives(db: WorkshopReader = workshop()): Promise<Initiative[]> {
  const rows = await db.select().from(initiative).orderBy(asc(initiative.slug));
  const places = await db.select().from(initiativePlace).orderBy(asc(initiativePlace.initiative), asc(initiativePlace.position));
  const byInitiative = group(places, (place) => place.initiative);
  return rows.map((row) => fromRows(row, byInitiative.get(row.slug) ?? []));
}

/** Initiatives per page of `readKnownInitiatives`: a remote database refuses answers over 10 MB. */
const PAGE = 10_000;

/**
 * What matching needs of the whole census: names, kinds and communes, by slug. Each page comes as one JSON text, which
 * costs a tenth of as many rows.
 */
export async function readKnownInitiatives(db: WorkshopReader = workshop()): Promise<KnownInitiative[]> {
  const known: KnownInitiative[] = [];
  for (let after = ''; ; ) {
    const communes = sql`(select json_group_array(value) from (select commune as value from initiative_place where initiative = slug union select commune_name from initiative_place where initiative = slug) where value is not null)`;
    const page = sql`select slug, name, kind, ${communes} as communes from initiative where slug > ${after} order by slug limit ${PAGE}`;
    const [row] = await db.all<{ page: string }>(sql`select json_group_array(json_array(slug, name, kind, json(communes))) as page from (${page})`);
    const items = JSON.parse(row?.page ?? '[]') as [string, string, Kind, string[]][];
    for (const [slug, name, kind, places] of items) known.push({ slug, name, kind, communes: places });
    const last = items.at(-1);
    if (!last || items.length < PAGE) return known;
    after = last[0];
  }
}

/** How many initiatives the census has. */
export function countInitiatives(db: WorkshopReader = workshop()): Promise<number> {
  return db.$count(initiative);
}

/** Writes initiatives over those of the same slug; others stay. */
export async function writeInitiatives(tx: WorkshopTransaction, items: Initiative[]): Promise<void> {
  const rows = items.map(toRows);
  const columns = Object.values(getTableColumns(initiative)).filter((column) => column.name !== 'slug');
  const overwrite = sql.join(columns.map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`), sql`, `);
  await insertMany(tx, initiative, rows.map(({ row }) => row), sql`on conflict (slug) do update set ${overwrite}`);
  await tx.run(sql`delete from initiative_place where initiative in (select value from json_each(${JSON.stringify(items.map((item) => item.slug))}))`);
  await insertMany(tx, initiativePlace, rows.flatMap(({ places }) => places));
}

export async function writeChanges(tx: WorkshopTransaction, changes: InitiativeChange[]): Promise<void> {
  await insertMany(tx, initiativeChange, changes);
}

/** History of one initiative's fields, newest first. */
export async function listChanges(slug: string, db: WorkshopReader = workshop()): Promise<InitiativeChange[]> {
  return db.select().from(initiativeChange).where(eq(initiativeChange.initiative, slug)).orderBy(desc(initiativeChange.id));
}

/** Files that were loaded, newest first. */
export async function listCensusImports(db: WorkshopReader = workshop()): Promise<CensusImport[]> {
  const { id, filename, sha256, rows, at, actor } = censusImport;
  return db.select({ id, filename, sha256, rows, at, actor }).from(censusImport).orderBy(desc(censusImport.id));
}

export async function writeCensusImport(tx: WorkshopTransaction, values: typeof censusImport.$inferInsert): Promise<void> {
  await tx.insert(censusImport).values(values);
}

/** What initiatives answered under in earlier waves. */
export async function readIdentifiers(db: WorkshopReader = workshop()): Promise<Identifier[]> {
  return db.select().from(initiativeIdentifier);
}

/** Forgets what a wave taught: its responses are about to be replaced, and a wrong match must not outlive its correction. */
export async function clearIdentifiers(tx: WorkshopTransaction, wave: string): Promise<void> {
  await tx.delete(initiativeIdentifier).where(eq(initiativeIdentifier.wave, wave));
}

/** Remembers under what initiatives answered; what is known already stays. */
export async function writeIdentifiers(tx: WorkshopTransaction, rows: Identifier[]): Promise<void> {
  await insertMany(tx, initiativeIdentifier, rows, sql`on conflict do nothing`);
}

/** Names of initiatives by slug, for those that exist. */
export async function initiativeNames(slugs: string[], db: WorkshopReader = workshop()): Promise<Map<string, string>> {
  const rows = await db.select({ slug: initiative.slug, name: initiative.name }).from(initiative).where(inArray(initiative.slug, slugs));
  return new Map(rows.map((row) => [row.slug, row.name]));
}
