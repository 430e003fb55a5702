import type { Initiative } from '#lib/domain/census/initiative.ts';
import { tableRow, type TableRow } from '#lib/domain/census/table.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { lastAuditId } from '../queries/audit.ts';
import { readInitiatives } from '../queries/census.ts';
import { readArchived, readChangeInstants, readVersions } from '../queries/initiative-history.ts';

export type CensusTable = { rows: TableRow[]; initiatives: Map<string, Initiative> };

const kept = new WeakMap<WorkshopDatabase, { at: number; table: CensusTable }>();

/**
 * The whole census as lines of the editors' table, archived ones included. Read again only when something was written:
 * every writing leaves an event in the audit, also those of another process.
 */
export async function censusTable(db: WorkshopDatabase = workshop()): Promise<CensusTable> {
  const at = await lastAuditId(db);
  const known = kept.get(db);
  if (known?.at === at) return known.table;
  const [all, archived, versions, instants] = [await readInitiatives(db), await readArchived(db), await readVersions(db), await readChangeInstants(db)];
  const rows = all.map((item) => tableRow(item, { version: versions.get(item.slug) ?? 0, archived: archived.has(item.slug), changedAt: instants.get(item.slug) ?? '' }));
  const table = { rows, initiatives: new Map(all.map((item) => [item.slug, item])) };
  kept.set(db, { at, table });
  return table;
}
