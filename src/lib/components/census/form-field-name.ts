import { m } from '#lib/i18n/generated/messages.js';
import { COLUMN_VIEWS } from './columns.ts';

const OTHERS: Record<string, () => string> = {
  note_reason: m.census_note_reason,
  reason: m.census_note_reason,
  note_source: m.census_note_source,
  note_as_of: m.census_note_as_of,
  answer: m.census_answer,
  commune: m.census_place_commune,
  slug: m.census_slug,
  initiative_fr: m.census_perimeter_initiative,
  initiative_en: m.census_perimeter_initiative,
  caisse_fr: m.census_perimeter_caisse,
  caisse_en: m.census_perimeter_caisse,
  note_fr: m.census_perimeter_note,
  note_en: m.census_perimeter_note
};

/** The label of a field of the census's forms; its own name when it has none. */
export function formFieldName(name: string): string {
  return COLUMN_VIEWS[name]?.label() ?? OTHERS[name]?.() ?? name;
}

/** The texts that a refused form held, by field; empty before any attempt. */
export function keptIn(form: object | null | undefined): Record<string, string> {
  return form && 'kept' in form ? (form.kept as Record<string, string>) : {};
}
