import { KINDS, LEAD_TYPES, STATUSES } from '#lib/domain/census/initiative.ts';
import { KIND_LABELS, LEAD_LABELS, STATUS_LABELS } from '#lib/domain/directory/labels.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** How a census column is entered. */
export type ColumnInput = 'text' | 'long' | 'lines' | 'date' | 'number' | 'choice' | 'objectives';
export type CensusColumnView = { name: string; label: () => string; input: ColumnInput; hint?: () => string; choices?: (lang: Lang) => { value: string; label: string }[] };

const from =
  <T extends string>(values: readonly T[], labels: Record<T, Record<Lang, string>>) =>
  (lang: Lang): { value: string; label: string }[] =>
    values.map((value) => ({ value, label: labels[value][lang] }));

const dateHint = m.census_hint_date;

/** Columns of the census that have a form, in the words of its file. */
export const COLUMN_VIEWS: Record<string, CensusColumnView> = Object.fromEntries(
  (
    [
      { name: 'name', label: m.census_field_name, input: 'text' },
      { name: 'kind', label: m.census_field_kind, input: 'choice', choices: from(KINDS, KIND_LABELS) },
      { name: 'status', label: m.census_field_status, input: 'choice', choices: from(STATUSES, STATUS_LABELS) },
      {
        name: 'provenance',
        label: m.census_field_provenance,
        input: 'choice',
        choices: () => [
          { value: 'documented', label: m.census_documented() },
          { value: 'synthetic', label: m.census_synthetic() }
        ]
      },
      { name: 'territory', label: m.census_field_territory, input: 'text', hint: m.census_hint_territory },
      { name: 'started_on', label: m.census_field_started_on, input: 'date', hint: dateHint },
      { name: 'ended_on', label: m.census_field_ended_on, input: 'date', hint: dateHint },
      { name: 'lead_name', label: m.census_field_lead_name, input: 'text' },
      { name: 'lead_type', label: m.census_field_lead_type, input: 'choice', choices: from(LEAD_TYPES, LEAD_LABELS) },
      { name: 'participants', label: m.census_field_participants, input: 'number' },
      {
        name: 'participants_unit',
        label: m.census_field_participants_unit,
        input: 'choice',
        choices: () => [
          { value: '', label: '—' },
          { value: 'personnes', label: m.census_people() },
          { value: 'foyers', label: m.census_households() }
        ]
      },
      { name: 'participants_as_of', label: m.census_field_participants_as_of, input: 'date', hint: dateHint },
      { name: 'contribution', label: m.census_field_contribution, input: 'long' },
      { name: 'allocation', label: m.census_field_allocation, input: 'long' },
      { name: 'funding_facts', label: m.census_field_funding_facts, input: 'long' },
      { name: 'partners', label: m.census_field_partners, input: 'long' },
      { name: 'links', label: m.census_field_links, input: 'lines', hint: m.census_hint_links },
      { name: 'objectives', label: m.census_field_objectives, input: 'objectives', hint: m.census_hint_objectives },
      { name: 'sources', label: m.census_field_sources, input: 'lines', hint: m.census_hint_sources },
      { name: 'confidence', label: m.census_field_confidence, input: 'text', hint: m.census_hint_confidence },
      { name: 'verified_on', label: m.census_field_verified_on, input: 'date', hint: dateHint }
    ] satisfies CensusColumnView[]
  ).map((view) => [view.name, view])
);

/** The forms of an initiative: which columns are changed together, and which fields of the history they are. */
export const SECTIONS = [
  { id: 'identite', title: m.census_section_identity, columns: ['name', 'kind', 'status', 'provenance'], fields: ['name', 'kind', 'status', 'provenance'] },
  { id: 'dates', title: m.census_section_dates, columns: ['started_on', 'ended_on'], fields: ['startedOn', 'endedOn'] },
  { id: 'porteur', title: m.census_section_lead, columns: ['lead_name', 'lead_type'], fields: ['leadName', 'leadType'] },
  { id: 'participants', title: m.census_section_participants, columns: ['participants', 'participants_unit', 'participants_as_of'], fields: ['participants'] },
  { id: 'fonctionnement', title: m.census_section_workings, columns: ['contribution', 'allocation', 'funding_facts', 'partners', 'links'], fields: ['contribution', 'allocation', 'fundingFacts', 'partners', 'links'] },
  { id: 'objectifs', title: m.census_section_objectives, columns: ['objectives'], fields: ['objectives'] },
  { id: 'sources', title: m.census_section_sources, columns: ['sources', 'confidence', 'verified_on'], fields: ['sources', 'confidence', 'verifiedOn'] }
] as const;
