import Papa from 'papaparse';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { CENSUS_COLUMNS, CENSUS_COLUMN_NAMES, type CensusColumn } from './columns.ts';
import { decodeText } from './decode.ts';

/** A row of a census file, trimmed; an empty text is unknown. `row` and `columns` are 1-based, as a spreadsheet shows them. */
export type CensusRow = { row: number; values: Record<CensusColumn, string> };
export type ParsedCensus = { rows: CensusRow[]; columns: Partial<Record<CensusColumn, number>>; findings: Finding[] };

/** The separator that gives the most known columns, quotes respected. */
function records(text: string): string[][] {
  const tried = [',', ';', '\t'].map((delimiter) => {
    const [header] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return { delimiter, known: header?.filter((name) => name.trim() in CENSUS_COLUMNS).length ?? 0 };
  });
  const best = tried.reduce((a, b) => (b.known > a.known ? b : a));
  return Papa.parse<string[]>(text, { delimiter: best.delimiter }).data;
}

/** The rows of a census file, with what is wrong in its shape: encoding, columns, ragged rows. */
export function parseCensus(file: string, bytes: Uint8Array): ParsedCensus {
  const findings: Finding[] = [];
  const blocking = (code: string, where: Omit<Finding['where'], 'file'>, details: Finding['details'] = {}, value?: string): void => {
    findings.push({ code, level: 'blocking', where: { file, ...where }, details, ...(value === undefined ? {} : { value }) });
  };
  const text = decodeText(bytes);
  if (text === undefined) {
    blocking('census_encoding', {});
    return { rows: [], columns: {}, findings };
  }
  const [header = [], ...body] = records(text);
  const names = header.map((name) => name.trim());
  const filled = body.map((cells, at) => ({ cells, row: at + 2 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) {
    blocking('census_empty', {});
    return { rows: [], columns: {}, findings };
  }

  const columns: Partial<Record<CensusColumn, number>> = {};
  names.forEach((name, at) => {
    const where = { row: 1, column: at + 1, header: name };
    if (!(name in CENSUS_COLUMNS)) blocking('census_extra_column', where, { column: name || `n° ${at + 1}`, expected: CENSUS_COLUMN_NAMES.join(', ') }, name);
    else if (columns[name as CensusColumn]) blocking('census_repeated_column', where, { column: name }, name);
    else columns[name as CensusColumn] = at + 1;
  });
  for (const name of CENSUS_COLUMN_NAMES) {
    if (CENSUS_COLUMNS[name].required && !columns[name]) blocking('census_missing_column', { row: 1, header: name }, { column: name, found: names.join(', ') });
  }

  const rows = filled.flatMap(({ cells, row }) => {
    if (cells.length !== names.length) {
      blocking('census_ragged_row', { row }, { cells: cells.length, columns: names.length });
      return [];
    }
    const values = Object.fromEntries(CENSUS_COLUMN_NAMES.map((name) => [name, (cells[(columns[name] ?? 0) - 1] ?? '').trim()]));
    return [{ row, values: values as Record<CensusColumn, string> }];
  });
  return { rows, columns, findings };
}
