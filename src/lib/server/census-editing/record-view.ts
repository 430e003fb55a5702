import { HISTORY_FIELDS, fieldText, isHistoryField } from '#lib/domain/census/history.ts';
import type { CensusEntry, HistoryEntry } from '../queries/initiative-history.ts';

/** A field with its value and what is known of it: its newest change, or the row of the file it came with. */
export type FieldView = { field: string; text: string | null; source: string | null; at: string | null; asOf: string | null; confidence: string | null; actor: string | null };

/** The hash of a file says nothing to a person: its name is the reason. */
function isHash(source: string | null): boolean {
  return source !== null && /^[0-9a-f]{64}$/.test(source);
}

/**
 * What a page shows of an initiative of the workshop. `undoable`: the field still has the value of that change;
 * `restorable`: the initiative that the change took in can be put back.
 *
 * @param merged slugs of the archived initiatives that stand merged in this one
 */
export function recordView({ initiative, version, archived }: CensusEntry, history: HistoryEntry[], merged: ReadonlySet<string> = new Set()): {
  fields: FieldView[];
  history: (HistoryEntry & { undoable: boolean; restorable: boolean })[];
  version: number;
  archived: CensusEntry['archived'];
} {
  const newest = new Map<string, HistoryEntry>();
  for (const entry of [...history].reverse()) newest.set(entry.field, entry);
  const created = newest.get('slug');
  return {
    version,
    archived,
    fields: HISTORY_FIELDS.map((field) => {
      const change = newest.get(field) ?? created;
      const { source = null, at = null, asOf = null, confidence = null, actor = null } = change ?? {};
      return { field, text: fieldText(initiative, field), source: change === created || isHash(source) ? (change?.reason ?? null) : source, at, asOf, confidence, actor };
    }),
    history: history.map((entry) => ({
      ...entry,
      // Merged, restored and merged again: only the newest of them leads to the way back.
      restorable: entry.field === 'merged' && entry.before === null && entry.after !== null && merged.has(entry.after) && history.find(({ field, after }) => field === 'merged' && after === entry.after)?.id === entry.id,
      undoable: !archived && isHistoryField(entry.field) && newest.get(entry.field)?.id === entry.id && fieldText(initiative, entry.field) === entry.after
    }))
  };
}
