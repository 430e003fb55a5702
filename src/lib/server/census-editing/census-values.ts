import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { checkRow } from '../census-intake/check-row.ts';
import { CENSUS_COLUMN_NAMES, type CensusColumn } from '../census-intake/columns.ts';
import { typedDate } from './typed-date.ts';

/** Columns that say where an initiative is; places have a form of their own. */
const PLACE_COLUMNS: readonly string[] = ['insee_codes', 'department'];
const COLUMNS = Object.fromEntries(CENSUS_COLUMN_NAMES.map((name, at) => [name, at + 1])) as Record<CensusColumn, number>;

/** Columns of a census file that a form may change, as texts. An empty text is "not known". */
export type FormColumn = Exclude<CensusColumn, 'slug' | 'insee_codes' | 'department'>;
export type FormValues = Partial<Record<FormColumn, string>>;

/** Columns of dates: a form takes them as people write them, a file in ISO only. */
const DATES: readonly string[] = ['started_on', 'ended_on', 'participants_as_of', 'verified_on'] satisfies FormColumn[];

/** A text of a form as the census keeps it: a date in ISO 8601, anything else as it is. */
export function storedText(column: string, text: string): string {
  return DATES.includes(column) ? typedDate(text) : text;
}

/** Names of those columns. */
export const FORM_COLUMNS = CENSUS_COLUMN_NAMES.filter((name): name is FormColumn => name !== 'slug' && !PLACE_COLUMNS.includes(name));

/** An initiative in the words of a census file, so that a form and a file are read by the same rules. */
export function toValues(item: Initiative): Record<CensusColumn, string> {
  const seat = item.places[0];
  return {
    slug: item.slug,
    name: item.name,
    kind: item.kind,
    status: item.status,
    insee_codes: item.places.flatMap((place) => place.commune ?? []).join('|'),
    department: seat?.departement ?? '',
    territory: item.territory,
    started_on: item.startedOn ?? '',
    ended_on: item.endedOn ?? '',
    lead_name: item.leadName ?? '',
    lead_type: item.leadType,
    participants: item.participants ? String(item.participants.count) : '',
    participants_unit: item.participants?.unit ?? '',
    participants_as_of: item.participants?.asOf ?? '',
    contribution: item.contribution ?? '',
    allocation: item.allocation ?? '',
    funding_facts: item.fundingFacts ?? '',
    confidence: item.confidence ?? '',
    sources: item.sources.join(' | '),
    provenance: item.provenance,
    verified_on: item.verifiedOn ?? '',
    partners: item.partners ?? '',
    links: (item.links ?? []).join(' | '),
    objectives: (item.objectives ?? []).join(' | ')
  };
}

/**
 * The initiative with the values of a form, and what is wrong with them. Places stay, and so do objectives that the form does not name. Those that it
 * has may stay too, even when no questionnaire offers them any more. Only `blocking` findings refuse it.
 *
 * @param objectives those that may be chosen, see `readObjectives`; needed by a form that has their column
 */
export function withValues(item: Initiative, form: FormValues, objectives: readonly { code: string }[] = []): { initiative: Initiative; findings: Finding[] } {
  const dated = Object.fromEntries(Object.entries(form).map(([column, text]) => [column, storedText(column, text)]));
  const values = { ...toValues(item), objectives: '', ...dated };
  const read = checkRow('', { row: 0, values }, COLUMNS, [...objectives.map(({ code }) => code), ...(item.objectives ?? [])]);
  const about = (finding: Finding): string => String(finding.details?.column ?? '');
  const kept = form.objectives === undefined && item.objectives ? { objectives: item.objectives } : {};
  return {
    initiative: { ...read.initiative, slug: item.slug, places: item.places, ...kept },
    findings: read.findings.filter((finding) => finding.level === 'blocking' && !PLACE_COLUMNS.includes(about(finding)))
  };
}
