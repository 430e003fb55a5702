import { KINDS, LEAD_TYPES, STATUSES, type Initiative } from '#lib/domain/census/initiative.ts';
import { inOrder } from '#lib/domain/census/objectives.ts';
import { isPartialDate } from '#lib/domain/census/partial-date.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { CENSUS_COLUMNS, CENSUS_COLUMN_NAMES, type CensusColumn } from './columns.ts';
import type { CensusRow, ParsedCensus } from './parse.ts';
import { readPlaces } from './place.ts';

/**
 * One row as an initiative, with everything that is wrong with it. The initiative counts only when nothing blocks.
 *
 * @param allowed codes of the objectives that exist, in their order
 */
export function checkRow(file: string, { row, values }: CensusRow, columns: ParsedCensus['columns'], allowed: readonly string[]): { initiative: Initiative; findings: Finding[] } {
  const findings: Finding[] = [];
  const say = (level: Finding['level'], code: string, column: CensusColumn, details: Finding['details'] = {}, value = values[column]): void => {
    findings.push({ code, level, where: { file, row, column: columns[column], header: column }, value, details: { column, ...details } });
  };
  const oneOf = <T extends string>(column: CensusColumn, allowed: readonly T[], empty: T | undefined): T => {
    const value = values[column];
    if (value === '' && empty) return empty;
    if (value !== '' && !(allowed as readonly string[]).includes(value)) say('blocking', 'census_unknown_value', column, { allowed: allowed.join(', ') });
    return value as T;
  };
  const date = (column: CensusColumn): string | undefined => {
    const value = values[column];
    if (value !== '' && !isPartialDate(value)) say('blocking', 'census_bad_date', column);
    return value || undefined;
  };

  for (const column of CENSUS_COLUMN_NAMES) {
    if (CENSUS_COLUMNS[column].filled && columns[column] && values[column] === '') say('blocking', 'census_missing_value', column);
  }
  if (values.slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.slug)) say('blocking', 'census_bad_slug', 'slug');
  const startedOn = date('started_on');
  const endedOn = date('ended_on');
  if (startedOn && endedOn && endedOn < startedOn.slice(0, endedOn.length)) say('blocking', 'census_dates_reversed', 'ended_on', { started: startedOn, ended: endedOn });

  const sources = listOf(values.sources);
  const links = listOf(values.links);
  const objectives = inOrder(listOf(values.objectives), allowed.map((code) => ({ code })));
  const strange = objectives.filter((code) => !allowed.includes(code));
  if (strange.length > 0) say('blocking', 'census_unknown_value', 'objectives', { allowed: allowed.join(', ') }, strange.join(', '));
  const provenance = oneOf('provenance', ['documented', 'synthetic'] as const, undefined);
  if (provenance === 'documented' && sources.length === 0 && columns.sources) say('blocking', 'census_no_source', 'sources');

  const count = values.participants;
  if (count !== '' && !/^\d{1,9}$/.test(count)) say('blocking', 'census_bad_number', 'participants');
  if (count !== '' && values.participants_unit === '') say('blocking', 'census_missing_value', 'participants_unit');
  const unit = oneOf('participants_unit', ['personnes', 'foyers'] as const, 'personnes');
  const asOf = date('participants_as_of');
  const verifiedOn = date('verified_on');
  const places = readPlaces(values.insee_codes, values.department, (level, code, column, value, details) => say(level, code, column, details, value));

  const optional = { startedOn, endedOn, leadName: values.lead_name, contribution: values.contribution, allocation: values.allocation, fundingFacts: values.funding_facts, confidence: values.confidence, verifiedOn, partners: values.partners };
  const initiative: Initiative = {
    slug: values.slug,
    name: values.name,
    kind: oneOf('kind', KINDS, undefined),
    status: oneOf('status', STATUSES, undefined),
    provenance,
    places,
    territory: values.territory || places.map((place) => place.communeName ?? place.departement).join(', '),
    leadType: oneOf('lead_type', LEAD_TYPES, 'inconnu'),
    sources,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)),
    ...(links.length > 0 ? { links } : {}),
    ...(objectives.length > 0 ? { objectives } : {}),
    ...(/^\d+$/.test(count) ? { participants: { count: Number(count), unit, ...(asOf ? { asOf } : {}) } } : {})
  };
  return { initiative, findings };
}

/** Several values of one cell, separated by `|`. */
function listOf(text: string): string[] {
  return text.split('|').map((part) => part.trim()).filter((part) => part !== '');
}
