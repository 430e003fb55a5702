import { changesBetween, isHistoryField, type HistoryField } from '#lib/domain/census/history.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Objective } from '#lib/domain/census/objectives.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { readObjectives } from '../census-intake/objectives.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import type { ChangeNote } from '../queries/initiative-writing.ts';
import { NO_AGREEMENT } from './agreement.ts';
import { withValues, type FormColumn } from './census-values.ts';
import { editWithin } from './edit.ts';

/** One value for many initiatives. */
export type BulkChange = { column: FormColumn; value: string };
export type BulkLine = { slug: string; name: string; field: HistoryField; before: string | null; after: string | null; findings: Finding[] };

/** What a bulk change would do to each initiative; those it would leave as they are have no line. */
export function previewBulk(items: Initiative[], { column, value }: BulkChange, objectives?: readonly Objective[]): BulkLine[] {
  return items.flatMap((item): BulkLine[] => {
    const { initiative, findings } = withValues(item, { [column]: value }, objectives);
    if (findings.length > 0) return [{ slug: item.slug, name: item.name, field: 'name', before: null, after: null, findings }];
    return changesBetween(item, initiative).flatMap(({ field, before, after }) => (isHistoryField(field) ? [{ slug: item.slug, name: item.name, field, before, after, findings: [] }] : []));
  });
}

/**
 * Changes one column of many initiatives, all or none.
 *
 * @param targets slug and version as the preview showed them
 * @returns how many changed, and the number under which `undoBulk` takes them all back
 * @throws DomainError `initiative_changed` when one has changed the same field since the preview, `impossible_value`, `agreement_missing`
 */
export async function applyBulk(targets: { slug: string; version: number }[], { column, value }: BulkChange, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<{ changed: number; batch: number }> {
  return db.transaction(async (tx) => {
    let changed = 0;
    const changes: number[] = [];
    const objectives = column === 'objectives' ? await readObjectives(tx) : undefined;
    for (const { slug, version } of targets) {
      const outcome = await editWithin(tx, { slug, version, change: (opened) => withValues(opened, { [column]: value }, objectives) }, note);
      if (outcome.outcome === 'conflict') throw new DomainError('initiative_changed', { slug });
      if (outcome.outcome === 'refused' && outcome.findings.some(({ code }) => code === NO_AGREEMENT)) throw new DomainError('agreement_missing');
      if (outcome.outcome === 'refused') throw new DomainError('impossible_value', { what: column, value });
      if (outcome.outcome !== 'saved') continue;
      changed += 1;
      changes.push(...outcome.changes);
    }
    const batch = await recordAudit(tx, { actor: note.actor, action: 'census.bulk', subject: 'census:bulk', details: { column, value, changed, reason: note.reason, changes: changes.join(', ') } });
    return { changed, batch };
  });
}

