import type { Cell } from './columns.ts';

/** `french` writes what a French Excel opens rightly with a double click: `;` between cells, a comma in numbers. */
export type CsvVariant = 'standard' | 'french';

const BOM = '\uFEFF';

/** A text that a spreadsheet would run as a formula is marked as text by an apostrophe. Numbers never are. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function write(cell: Cell, separator: string, decimal: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  const text = safeText(cell);
  return text.includes(separator) || /["\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A CSV file in UTF-8 with BOM and CRLF line ends (RFC 4180). Codes are texts: leading zeros stay. */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[], variant: CsvVariant = 'standard'): string {
  const [separator, decimal] = variant === 'french' ? [';', ','] : [',', '.'];
  const lines = [header, ...rows].map((row) => row.map((cell) => write(cell, separator, decimal)).join(separator));
  return BOM + lines.map((line) => `${line}\r\n`).join('');
}
