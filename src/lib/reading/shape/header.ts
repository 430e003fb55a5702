import { readDate } from '../values/dates.ts';
import { readNumber } from '../values/numbers.ts';
import type { Rows } from '../rows.ts';
import type { Grid } from '../types.ts';
import { isBlank } from '../values/blank.ts';

const LOOKED_AT = 60;
const TITLE_ROWS = 25;

/** Rows (1-based) that may be the first header row: the first rows that are not blank. */
export function headerCandidates(rows: Rows): number[] {
  const found: number[] = [];
  for (let i = 0; i < Math.min(rows.length, TITLE_ROWS) && found.length < 10; i++) if (rows.row(i + 1).some((cell) => !isBlank(cell))) found.push(i + 1);
  return found;
}

/**
 * Header rows of a table that no tool recognises: the first row that is nearly as wide as the table and made of words, then the rows
 * that only refine it (merged cells, blanks above words). `sure` is false when the row looks like data.
 */
export function findHeader(grid: Grid): { headerRows: number[]; sure: boolean } {
  const rows = grid.rows;
  const widths = rows.slice(0, LOOKED_AT).map(filled);
  const widest = Math.max(...widths, 0);
  const candidates = headerCandidates(rows);
  const first = candidates[0];
  if (first === undefined) return { headerRows: [], sure: false };
  const at = candidates.find((row) => widths[row - 1]! >= Math.max(Math.min(2, widest), widest * 0.5) && mostlyWords(rows.row(row))) ?? first;
  const headerRows = [at];
  // A sparse row just above, filled beyond the first column, holds the headings of groups of columns.
  while (headerRows.length < 3 && heads(grid, headerRows[0]! - 1)) headerRows.unshift(headerRows[0]! - 1);
  while (headerRows.length < 3 && refines(grid, headerRows.at(-1)!)) headerRows.push(headerRows.at(-1)! + 1);
  return { headerRows, sure: mostlyWords(rows.row(at)) };
}

/** Header texts of each column; a merged or group heading is repeated over the columns that it covers. */
export function headerTexts(grid: Grid, headerRows: number[]): string[][] {
  const rows = headerRows.map((row) => grid.rows.row(row));
  const data = grid.rows.slice(headerRows.at(-1) ?? 0, (headerRows.at(-1) ?? 0) + 500);
  const width = Math.max(0, ...rows.map(lastFilled), ...data.map(lastFilled));
  const raw = Math.max(width, ...rows.map((row) => row.length));
  return Array.from({ length: raw }, (_, column) => rows.map((row) => row[column] ?? ''));
}

/** Fills the group headings to the right: over merged cells, else over the blanks that follow them. */
export function spreadHeadings(grid: Grid, headerRows: number[], headers: string[][]): string[][] {
  if (headerRows.length < 2) return headers;
  const spread = headers.map((texts) => [...texts]);
  headerRows.slice(0, -1).forEach((row, level) => {
    const merges = (grid.merges ?? []).filter((merge) => merge.fromRow <= row && merge.toRow >= row);
    let current = '';
    for (let column = 1; column <= spread.length; column++) {
      const texts = spread[column - 1]!;
      const merge = merges.find((each) => each.fromColumn <= column && column <= each.toColumn);
      if (!isBlank(texts[level])) current = texts[level]!;
      else if (merge) texts[level] = grid.rows.cell(merge.fromRow, merge.fromColumn);
      else if (merges.length === 0 && !isBlank(texts.at(-1))) texts[level] = current;
      else current = '';
    }
  });
  return spread;
}

function heads(grid: Grid, row: number): boolean {
  if (row < 1 || row > grid.rows.length) return false;
  const cells = grid.rows.row(row);
  const below = filled(grid.rows.row(row + 1));
  return filled(cells.slice(1)) > 0 && filled(cells) < below && mostlyWords(cells, 1) && filled(cells) >= Math.min(2, below / 6);
}

/** Whether the next row refines this header row rather than being the first response. */
function refines(grid: Grid, row: number): boolean {
  const [top, below] = [grid.rows.row(row), grid.rows.row(row + 1)];
  if (filled(below) === 0 || row + 2 > grid.rows.length || !mostlyWords(below, 0.95)) return false;
  if (below.every((cell) => isBlank(cell) || cell.trim().startsWith('#'))) return true;
  const merged = (grid.merges ?? []).some((merge) => merge.fromRow === row && merge.toColumn > merge.fromColumn && merge.toColumn - merge.fromColumn < Math.max(2, below.length - 1));
  const blanks = below.filter((cell, i) => !isBlank(cell) && isBlank(top[i])).length;
  const doubled = below.filter((cell, i) => !isBlank(cell) && !isBlank(top[i])).length;
  if (merged) return true;
  const insideBlanks = top.slice(0, lastFilled(top)).filter(isBlank).length;
  return insideBlanks >= 2 && blanks >= 2 && new Set(below.filter((cell) => !isBlank(cell))).size === filled(below) && doubled <= blanks;
}

function mostlyWords(row: string[], share = 0.7): boolean {
  const cells = row.filter((cell) => !isBlank(cell));
  const words = cells.filter((cell) => readNumber(cell) === undefined && readDate(cell) === undefined);
  return cells.length > 0 && words.length >= cells.length * share;
}

/** Non-blank cells of a row. */
export function filled(row: string[]): number {
  let count = 0;
  for (const cell of row) if (!isBlank(cell)) count++;
  return count;
}

/** Number of the last non-blank column. */
export function lastFilled(row: string[]): number {
  let last = row.length;
  while (last > 0 && isBlank(row[last - 1])) last--;
  return last;
}
