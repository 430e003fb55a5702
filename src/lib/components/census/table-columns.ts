import type { TableColumn } from '#lib/domain/census/table.ts';
import { formatDate, formatNumber } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { fieldName, valueWords } from './field-words.ts';

/** The column of a census file that a cell of the table changes; those without one are not edited in place. */
export const EDITED_COLUMN: Partial<Record<TableColumn, string>> = {
  name: 'name', kind: 'kind', status: 'status', territory: 'territory', startedOn: 'started_on', endedOn: 'ended_on', leadName: 'lead_name', leadType: 'lead_type',
  participants: 'participants', contribution: 'contribution', allocation: 'allocation', provenance: 'provenance', confidence: 'confidence', verifiedOn: 'verified_on'
};

export const NUMBER_COLUMNS: ReadonlySet<TableColumn> = new Set(['participants', 'sources']);

/** Heading of a column. */
export function columnTitle(column: TableColumn): string {
  if (column === 'departement') return m.census_column_departement();
  return column === 'changedAt' ? m.census_column_changed() : fieldName(column);
}

/** A cell in words; an unknown value is `x`. */
export function cellWords(column: TableColumn, value: string, lang: Lang): string {
  if (value === '') return 'x';
  if (NUMBER_COLUMNS.has(column)) return formatNumber(Number(value), lang);
  return column === 'changedAt' ? formatDate(value, lang) : valueWords(column, value, lang);
}
