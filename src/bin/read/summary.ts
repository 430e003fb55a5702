import type { Reading } from '../../lib/reading/types.ts';

/** What `npm run read -- FILE --json` prints. */
export function summarise(reading: Reading): Record<string, unknown> {
  const { grid } = reading;
  return {
    file: reading.file,
    sha256: reading.sha256,
    kind: reading.kind,
    tool: reading.tool,
    container: grid.container,
    encoding: grid.encoding ?? null,
    delimiter: grid.delimiter ?? null,
    newline: grid.newline ?? null,
    sheet: grid.sheet ?? null,
    sheets: grid.sheets ?? null,
    title: reading.title ?? null,
    surveyId: reading.surveyId ?? null,
    headerRows: reading.headerRows,
    columns: reading.columns.length,
    rows: reading.responseRows.length + reading.ignoredRows.length,
    responses: reading.responseRows.length,
    ignoredRows: reading.ignoredRows,
    metadata: reading.columns.filter(({ role }) => role === 'metadata').map(({ index, headers, metadata }) => ({ column: index, header: lastHeader(headers), meaning: metadata })),
    questions: reading.questions.map(({ items: _items, ...question }) => question),
    asks: reading.asks,
    cells: reading.cells
  };
}

/** The heading closest to the values; identifiers in JSON are no heading for people. */
export function lastHeader(headers: string[]): string {
  const filled = headers.filter((header) => header.trim() !== '' && !header.trim().startsWith('{"ImportId"'));
  return (headers.length === 3 && headers.at(-1)?.trim().startsWith('{"ImportId"') ? filled[0] : filled.at(-1)) ?? '';
}
