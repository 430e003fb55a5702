import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { workshop } from '../db/databases.ts';
import { lastAuditId } from '../queries/audit.ts';
import { runTask } from '../workers/run-task.ts';

let known: { at: number; tables: Promise<PublishedTable[]> } | undefined;

/** Every table of the next edition, computed in a worker and kept until something changes in the workshop. */
export async function nextTables(): Promise<PublishedTable[]> {
  const at = await lastAuditId(workshop());
  if (known?.at !== at) {
    const tables = runTask('next-tables', {});
    known = { at, tables };
    // A failure is not remembered: the next request tries again.
    tables.catch(() => (known = undefined));
  }
  return known.tables;
}
