import { fold } from '../values/fold.ts';
import type { Rows } from '../rows.ts';
import type { Grid, IgnoredRow } from '../types.ts';
import { isBlank } from '../values/blank.ts';

const TOTAL = /^(?:sous )?(?:total|totaux|somme|sommes|moyenne|moyennes|mediane|ensemble|ecart type|minimum|maximum|average|mean|median|sum|grand total)(?: (?:general|generale|de la colonne|\d+))?$/;
/** First letters of these words, after any signs: spares most rows the folding. */
const TOTAL_BEGINS = /^[^\p{L}\d]*[stmeéag]/iu;
const NOTE = /^(?:\*|note|nota|nb\b|n\.b\.|source|lecture|champ|remarque|attention|légende|legende|\(\d\)|mise à jour|fichier)/i;

/** Which rows are responses, and why the others are not. */
export function sortRows(grid: Grid, headerRows: number[], plainTable: boolean): { responseRows: number[]; ignoredRows: IgnoredRow[] } {
  const { rows } = grid;
  const responseRows: number[] = [];
  const ignoredRows: IgnoredRow[] = [];
  const header = new Set(headerRows);
  const lastHeader = headerRows.at(-1) ?? 0;
  const filledCells = rows.filledPerRow();
  const notes = plainTable ? notesUnderHeader(rows, filledCells, lastHeader) : 0;
  const tail = tailStart(rows, filledCells, lastHeader, plainTable);
  for (let number = 1; number <= rows.length; number++) {
    const reason = header.has(number)
      ? 'header'
      : filledCells[number - 1] === 0
        ? 'blank'
        : number < lastHeader
          ? 'title'
          : plainTable && number <= notes
            ? 'note'
            : isTotal(rows, number)
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

/** Last of the rows that say something about the columns, right under the headings of a wide table: one long text, in the first column. */
function notesUnderHeader(rows: Rows, filledCells: Uint16Array, lastHeader: number): number {
  let last = lastHeader;
  if (Math.max(0, ...filledCells.subarray(lastHeader, lastHeader + 200)) < 4) return last;
  while (filledCells[last] === 1 && rows.cell(last + 1, 1).trim().length > 25 && / .+ /.test(rows.cell(last + 1, 1))) last++;
  return last;
}

/** A row of totals: its first words say so. */
function isTotal(rows: Rows, number: number): boolean {
  const first = firstFilled(rows, number);
  return first.length < 40 && TOTAL_BEGINS.test(first) && TOTAL.test(fold(first));
}

/** The first text of a row that is not blank; empty when there is none. */
function firstFilled(rows: Rows, number: number): string {
  for (let column = 1; column <= rows.widthOf(number); column++) if (!isBlank(rows.cell(number, column))) return rows.cell(number, column);
  return '';
}

/**
 * First row of the notes under the table: rows with one or two filled cells, after everything else, that begin like a note or
 * follow a blank row. Infinity when there is none.
 */
function tailStart(rows: Rows, filledCells: Uint16Array, lastHeader: number, plainTable: boolean): number {
  const width = Math.max(0, ...filledCells.subarray(lastHeader, lastHeader + 200));
  if (width < 3 || !plainTable) return Infinity;
  let start = Infinity;
  let candidate = Infinity;
  for (let number = rows.length; number > lastHeader + 1; number--) {
    const count = filledCells[number - 1]!;
    if (count === 0) {
      if (candidate < Infinity) start = candidate;
      continue;
    }
    if (isTotal(rows, number)) {
      if (candidate < Infinity) start = candidate;
      continue;
    }
    const first = firstFilled(rows, number);
    const wordy = NOTE.test(first.trim()) || first.trim().length > 60;
    if (count > 2 || (count === 2 && !wordy)) break;
    candidate = number;
    if (wordy) start = number;
  }
  return start;
}
