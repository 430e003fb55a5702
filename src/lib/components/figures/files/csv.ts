export type CsvOptions = {
  /** `;` and a decimal comma, as French Excel opens them by a double click; otherwise `,` and a point. */
  french: boolean;
};

/** A spreadsheet must never run a text: one that starts like a formula gets an apostrophe. Numbers are not texts. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/**
 * Rows as CSV: UTF-8 with its mark, CRLF, quotes only where needed. Numbers are written in full precision;
 * undefined is an empty cell.
 */
export function toCsv(rows: (string | number | undefined)[][], { french }: CsvOptions): string {
  const separator = french ? ';' : ',';
  const cell = (value: string | number | undefined): string => {
    if (value === undefined) return '';
    const text = typeof value === 'number' ? (french ? String(value).replace('.', ',') : String(value)) : safeText(value);
    return /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return '\uFEFF' + rows.map((row) => row.map(cell).join(separator)).join('\r\n') + '\r\n';
}
