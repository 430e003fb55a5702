import { page } from '$app/state';
import { KIND_LABELS, LEAD_LABELS, STATUS_LABELS } from '#lib/domain/directory/labels.ts';
import type { Kind, LeadType, Place, Status } from '#lib/domain/census/initiative.ts';
import { formatDate, formatNumber } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

const NAMES: Record<string, () => string> = {
  name: m.census_field_name,
  kind: m.census_field_kind,
  status: m.census_field_status,
  provenance: m.census_field_provenance,
  places: m.census_field_places,
  territory: m.census_field_territory,
  startedOn: m.census_field_started_on,
  endedOn: m.census_field_ended_on,
  leadName: m.census_field_lead_name,
  leadType: m.census_field_lead_type,
  participants: m.census_field_participants,
  contribution: m.census_field_contribution,
  allocation: m.census_field_allocation,
  fundingFacts: m.census_field_funding_facts,
  partners: m.census_field_partners,
  links: m.census_field_links,
  objectives: m.census_field_objectives,
  confidence: m.census_field_confidence,
  sources: m.census_field_sources,
  verifiedOn: m.census_field_verified_on,
  slug: m.census_event_created,
  archived: m.census_event_archived,
  merged: m.census_event_merged,
  handed_over: m.census_event_handed_over,
  split: m.census_event_split
};

/** Name of a field of the history, or of an event that stands in it. */
export function fieldName(field: string): string {
  return NAMES[field]?.() ?? field;
}

/** A place in words: "Bègles (33)". */
function placeWords(place: Place): string {
  return place.communeName ? `${place.communeName} (${place.departement})` : m.census_departement_only({ code: place.departement });
}

/** An objective as the questionnaire names it; its code where the page does not know the questionnaire. */
function objectiveName(code: string, lang: Lang): string {
  return page.data.objectives?.find((objective) => objective.code === code)?.label[lang] ?? code;
}

type Participants = { count: number; unit: string; asOf?: string };

/** A value as the history keeps it, in words; what is not known is `x`, as everywhere on the site. */
export function valueWords(field: string, text: string | null, lang: Lang): string {
  if (text === null) return 'x';
  switch (field) {
    case 'kind':
      return KIND_LABELS[text as Kind]?.[lang] ?? text;
    case 'status':
      return STATUS_LABELS[text as Status]?.[lang] ?? text;
    case 'leadType':
      return LEAD_LABELS[text as LeadType]?.[lang] ?? text;
    case 'provenance':
      return text === 'synthetic' ? m.census_synthetic() : m.census_documented();
    case 'startedOn':
    case 'endedOn':
    case 'verifiedOn':
    case 'archived':
      return formatDate(text, lang);
    case 'participants': {
      const { count, unit, asOf } = JSON.parse(text) as Participants;
      const number = `${formatNumber(count, lang)} ${unit === 'foyers' ? m.census_households() : m.census_people()}`;
      return asOf ? `${number}, ${formatDate(asOf, lang)}` : number;
    }
    case 'sources':
    case 'links':
      return (JSON.parse(text) as string[]).join(' · ') || 'x';
    case 'objectives':
      return (JSON.parse(text) as string[]).map((code) => objectiveName(code, lang)).join(' · ') || 'x';
    case 'places':
      return (JSON.parse(text) as Place[]).map(placeWords).join(', ') || 'x';
    default:
      return text;
  }
}
