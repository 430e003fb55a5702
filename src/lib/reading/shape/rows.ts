import { fold } from '../values/fold.ts';
import type { Grid, IgnoredRow } from '../types.ts';
import { filled } from './header.ts';
import { isBlank } from './profile.ts';

const TOTAL = /^(?:sous )?(?:total|totaux|somme|sommes|moyenne|moyennes|mediane|ensemble|ecart type|minimum|maximum|average|mean|median|sum|grand total)(?: (?:general|generale|de la colonne|\d+))?$/;
const NOTE = /^(?:\*|note|nota|nb\b|n\.b\.|source|lecture|champ|remarque|attention|légende|legende|\(\d\)|mise à jour|fichier)/i;

/** Which rows are responses, and why the others are not. */
export function sortRows(grid: Grid, headerRows: number[], plainTable: boolean): { responseRows: number[]; ignoredRows: IgnoredRow[] } {
  const { rows } = grid;
  const responseRows: number[] = [];
  const ignoredRows: IgnoredRow[] = [];
  const header = new Set(headerRows);
  const lastHeader = headerRows.at(-1) ?? 0;
  const tail = tailStart(rows, lastHeader, plainTable);
  for (let number = 1; number <= rows.length; number++) {
    const row = rows[number - 1]!;
    const reason = header.has(number)
      ? 'header'
      : row.every(isBlank)
        ? 'blank'
        : number < lastHeader
          ? 'title'
          : isTotal(row)
            ? 'total'
            : number >= tail
              ? 'note'
              : undefined;
    if (reason === undefined) responseRows.push(number);
    else ignoredRows.push({ row: number, reason });
  }
  for (const stray of grid.stray ?? []) ignoredRows.push({ row: stray.row, reason: 'stray' });
  return { responseRows, ignoredRows };
}

/** A row of totals: its first words say so. */
function isTotal(row: string[]): boolean {
  const first = row.find((cell) => !isBlank(cell));
  return first !== undefined && first.length < 40 && TOTAL.test(fold(first));
}

/**
 * First row of the notes under the table: rows with one or two filled cells, after everything else, that begin like a note or
 * follow a blank row. Infinity when there is none.
 */
function tailStart(rows: string[][], lastHeader: number, plainTable: boolean): number {
  const width = Math.max(0, ...rows.slice(lastHeader, lastHeader + 200).map(filled));
  if (width < 3 || !plainTable) return Infinity;
  let start = Infinity;
  let candidate = Infinity;
  for (let number = rows.length; number > lastHeader + 1; number--) {
    const row = rows[number - 1]!;
    const count = filled(row);
    if (count === 0) {
      if (candidate < Infinity) start = candidate;
      continue;
    }
    if (isTotal(row)) {
      if (candidate < Infinity) start = candidate;
      continue;
    }
    const first = row.find((cell) => !isBlank(cell)) ?? '';
    const wordy = NOTE.test(first.trim()) || first.trim().length > 60;
    if (count > 2 || (count === 2 && !wordy)) break;
    candidate = number;
    if (wordy) start = number;
  }
  return start;
}
