/**
 * Lines as CSV for French Excel: `;`, UTF-8 with BOM, CRLF. Text that a spreadsheet would run as a formula is escaped;
 * numbers never are.
 */
export function toCsv(lines: (string | number)[][]): string {
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
