import { and, asc, desc, eq, gt, max } from 'drizzle-orm';
import type { FieldChange } from '#lib/domain/census/history.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { changeDetail, initiativeState } from '../db/census.schema.ts';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { initiative, initiativeChange, initiativePlace } from '../db/workshop.schema.ts';
import { fromRows } from './census-rows.ts';

/** A change with all that is known of it. Times are UTC, ISO 8601. */
export type HistoryEntry = FieldChange & {
  id: number;
  at: string;
  actor: string;
  reason: string;
  source: string | null;
  asOf: string | null;
  confidence: string | null;
  correction: string | null;
  undoes: number | null;
};

/** `mergedInto` is null when it was only archived. */
export type ArchivedState = { archivedAt: string; archivedBy: string; mergedInto: string | null };

/** An initiative in the workshop. `version` is the number of its newest change; it grows with each one. */
export type CensusEntry = { initiative: Initiative; version: number; archived?: ArchivedState };

/** An initiative, archived or not, or undefined. */
export async function findEntry(slug: string, db: WorkshopReader = workshop()): Promise<CensusEntry | undefined> {
  const [row] = await db.select().from(initiative).where(eq(initiative.slug, slug));
  if (!row) return undefined;
  const places = await db.select().from(initiativePlace).where(eq(initiativePlace.initiative, slug)).orderBy(asc(initiativePlace.position));
  const [newest] = await db.select({ id: max(initiativeChange.id) }).from(initiativeChange).where(eq(initiativeChange.initiative, slug));
  const [state] = await db.select().from(initiativeState).where(eq(initiativeState.initiative, slug));
  const archived = state && { archivedAt: state.archivedAt, archivedBy: state.archivedBy, mergedInto: state.mergedInto };
  return { initiative: fromRows(row, places), version: newest?.id ?? 0, ...(archived ? { archived } : {}) };
}

const columns = {
  id: initiativeChange.id,
  initiative: initiativeChange.initiative,
  field: initiativeChange.field,
  before: initiativeChange.before,
  after: initiativeChange.after,
  at: initiativeChange.at,
  actor: initiativeChange.actor,
  reason: initiativeChange.reason,
  source: initiativeChange.source,
  asOf: changeDetail.asOf,
  confidence: changeDetail.confidence,
  correction: changeDetail.correction,
  undoes: changeDetail.undoes
};

/** The history of an initiative, newest first; only what came after version `since` when it is given. */
export async function readHistory(slug: string, db: WorkshopReader = workshop(), since = 0): Promise<HistoryEntry[]> {
  return db
    .select(columns)
    .from(initiativeChange)
    .leftJoin(changeDetail, eq(changeDetail.change, initiativeChange.id))
    .where(and(eq(initiativeChange.initiative, slug), gt(initiativeChange.id, since)))
    .orderBy(desc(initiativeChange.id));
}

/** One change, or undefined. */
export async function findChange(id: number, db: WorkshopReader = workshop()): Promise<HistoryEntry | undefined> {
  const [row] = await db.select(columns).from(initiativeChange).leftJoin(changeDetail, eq(changeDetail.change, initiativeChange.id)).where(eq(initiativeChange.id, id));
  return row;
}

/** Archived and merged initiatives by slug. */
export async function readArchived(db: WorkshopReader = workshop()): Promise<Map<string, ArchivedState>> {
  const rows = await db.select().from(initiativeState);
  return new Map(rows.map(({ initiative: slug, ...state }) => [slug, state]));
}

/** The version of every initiative. */
export async function readVersions(db: WorkshopReader = workshop()): Promise<Map<string, number>> {
  const rows = await db.select({ slug: initiativeChange.initiative, version: max(initiativeChange.id) }).from(initiativeChange).groupBy(initiativeChange.initiative);
  return new Map(rows.map(({ slug, version }) => [slug, version ?? 0]));
}

/** Instant of the newest change of every initiative. */
export async function readChangeInstants(db: WorkshopReader = workshop()): Promise<Map<string, string>> {
  const rows = await db.select({ slug: initiativeChange.initiative, at: max(initiativeChange.at) }).from(initiativeChange).groupBy(initiativeChange.initiative);
  return new Map(rows.map(({ slug, at }) => [slug, at ?? '']));
}
