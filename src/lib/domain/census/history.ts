import type { Initiative } from './initiative.ts';

/** Fields of an initiative that have a history, in the order they are shown. */
export const HISTORY_FIELDS = [
  'name', 'kind', 'status', 'provenance', 'places', 'territory', 'startedOn', 'endedOn', 'leadName', 'leadType', 'participants',
  'contribution', 'allocation', 'fundingFacts', 'partners', 'links', 'objectives', 'confidence', 'sources', 'verifiedOn'
] as const satisfies (keyof Initiative)[];
export type HistoryField = (typeof HISTORY_FIELDS)[number];

/** Events of an initiative that stand in its history beside the fields. `slug` is its creation; `handed_over` lists the waves in which another took its place. */
export const HISTORY_EVENTS = ['slug', 'archived', 'merged', 'handed_over', 'split'] as const;

/** One field of one initiative took a new value. Texts are those of `fieldText`; null is "not known". */
export type FieldChange = { initiative: string; field: string; before: string | null; after: string | null };

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same value written with its members in another order is the same value. */
function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a name is one of the fields that have a history. */
export function isHistoryField(name: string): name is HistoryField {
  return (HISTORY_FIELDS as readonly string[]).includes(name);
}

/** A value as the history keeps it: a text as it is, anything else as JSON with ordered members, null when not known. */
export function valueText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, (_, part: unknown) => (isPlain(part) ? sorted(part) : part));
}

/** A field of an initiative as the history keeps it. */
export function fieldText(initiative: Initiative, field: HistoryField): string | null {
  return valueText(initiative[field]);
}

const AS_JSON: ReadonlySet<HistoryField> = new Set(['places', 'participants', 'sources', 'links', 'objectives']);

/** The initiative with one field as the history wrote it. A null takes the member away. */
export function withField(initiative: Initiative, field: HistoryField, text: string | null): Initiative {
  const { [field]: _, ...others } = initiative;
  const value: unknown = text === null ? undefined : AS_JSON.has(field) ? JSON.parse(text) : text;
  return (value === undefined ? others : { ...others, [field]: value }) as Initiative;
}

/** What changes from one state of an initiative to another, field by field. */
export function changesBetween(before: Initiative, after: Initiative): FieldChange[] {
  return HISTORY_FIELDS.flatMap((field): FieldChange[] => {
    const values = { before: fieldText(before, field), after: fieldText(after, field) };
    return values.before === values.after ? [] : [{ initiative: after.slug, field, ...values }];
  });
}

/** The initiative as it was before `later`, its changes since then, in any order of `id`. */
export function rewind(initiative: Initiative, later: readonly (FieldChange & { id: number })[]): Initiative {
  return [...later]
    .sort((a, b) => b.id - a.id)
    .reduce((state, { field, before }) => (isHistoryField(field) ? withField(state, field, before) : state), initiative);
}
