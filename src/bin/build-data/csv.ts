import Papa from 'papaparse';

/** Rows of a CSV file with a header, every cell as text. */
export function parseRows(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  if (errors.length > 0) throw new Error(`CSV: ${errors[0]?.message} (row ${errors[0]?.row})`);
  return data;
}

/** Comma-separated, quoted where needed, LF, final line break. */
export function censusCsv(columns: readonly string[], rows: Record<string, string>[]): string {
  return `${Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column] ?? '')) }, { newline: '\n' })}\n`;
}

/** As LimeSurvey writes: byte order mark, `;`, every cell quoted, CRLF between rows, LF inside cells. */
export function limesurveyCsv(rows: string[][]): string {
  return `\uFEFF${rows.map(limesurveyLine).join('')}`;
}

/** One row of a LimeSurvey export, with its line break. */
export function limesurveyLine(cells: string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`;
}
