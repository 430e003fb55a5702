import { reconcile, type Conflict } from '#lib/domain/census/conflicts.ts';
import { rewind } from '#lib/domain/census/history.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { workshop, type WorkshopDatabase, type WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { writeInitiatives } from '../queries/census.ts';
import { findEntry, readHistory, type CensusEntry, type HistoryEntry } from '../queries/initiative-history.ts';
import { recordChanges, type ChangeNote } from '../queries/initiative-writing.ts';
import { agreementFindings } from './agreement.ts';

/** A conflict with who changed the field meanwhile, when and why. */
export type ToldConflict = Conflict & { by: HistoryEntry };

export type EditOutcome =
  | { outcome: 'saved'; changes: number[]; fields: string[]; version: number }
  | { outcome: 'unchanged'; version: number }
  | { outcome: 'refused'; findings: Finding[] }
  | { outcome: 'conflict'; conflicts: ToldConflict[]; version: number };

export type Edit = {
  slug: string;
  /** Version of the initiative when the form was opened. */
  version: number;
  /** The initiative as it is wanted, made from the one that the form was opened on. */
  change: (opened: Initiative) => { initiative: Initiative; findings?: Finding[] };
  /** The values come from another initiative of the census, whose history says where they are from. */
  moved?: boolean;
};

/** @throws DomainError `initiative_unknown`, `initiative_archived` */
export async function liveEntry(slug: string, tx: WorkshopTransaction | WorkshopDatabase): Promise<CensusEntry> {
  const entry = await findEntry(slug, tx);
  if (!entry) throw new DomainError('initiative_unknown', { slug });
  if (entry.archived) throw new DomainError('initiative_archived', { slug });
  return entry;
}

/**
 * Changes an initiative inside a transaction: values, history and audit together. When a field meets a conflict nothing
 * at all is written, so that a form is saved whole or not.
 */
export async function editWithin(tx: WorkshopTransaction, edit: Edit, note: ChangeNote): Promise<EditOutcome> {
  const { slug } = edit;
  const { initiative: current, version } = await liveEntry(slug, tx);
  const since = await readHistory(slug, tx, edit.version);
  const opened = rewind(current, since);
  const wanted = edit.change(opened);
  if (wanted.findings?.length) return { outcome: 'refused', findings: wanted.findings };

  const { result, changes, conflicts } = reconcile(opened, wanted.initiative, current);
  if (conflicts.length > 0) {
    const told = conflicts.flatMap((conflict) => {
      const by = since.find((entry) => entry.field === conflict.field);
      return by ? [{ ...conflict, by }] : [];
    });
    return { outcome: 'conflict', conflicts: told, version };
  }
  if (changes.length === 0) return { outcome: 'unchanged', version };
  const unsaid = edit.moved ? [] : agreementFindings(current, result, note.source);
  if (unsaid.length > 0) return { outcome: 'refused', findings: unsaid };

  const fields = changes.map((change) => change.field);
  await writeInitiatives(tx, [result]);
  const ids = await recordChanges(tx, changes, note, new Date().toISOString());
  await recordAudit(tx, { actor: note.actor, action: 'census.edit', subject: `initiative:${slug}`, details: { fields: fields.join(', '), reason: note.reason } });
  return { outcome: 'saved', changes: ids, fields, version: ids.at(-1) ?? version };
}

/** `editWithin` in a transaction of its own. */
export async function editInitiative(edit: Edit, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<EditOutcome> {
  return db.transaction((tx) => editWithin(tx, edit, note));
}
