import { readOds, type Cell, type CellValue, type Sheet } from 'hucre/ods';
import { readXls } from 'hucre/xlsx';
import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import type { Grid } from '../types.ts';
import { kindOfFormat } from './xlsx/formats.ts';
import { damaged } from './zip.ts';

/** One sheet as texts. */
export type PlainSheet = Pick<Grid, 'merges'> & { rows: string[][]; name: string; hidden: boolean };

/**
 * The only module that knows `hucre`: OpenDocument sheets and the old binary `.xls`.
 * Sizes have been checked before; whatever it throws is a damaged or protected file.
 */
export async function openWithHucre(bytes: Uint8Array, format: 'ods' | 'xls'): Promise<PlainSheet[]> {
  try {
    const book = format === 'ods' ? await readOds(bytes, { readStyles: true }) : await readXls(bytes);
    return book.sheets.map(plainSheet);
  } catch (error) {
    if (error instanceof ReadingRefusal) throw error;
    if (error instanceof Error && error.name === 'EncryptedFileError') throw new ReadingRefusal('encrypted');
    if (error instanceof Error && /over the \d+ limit|bounds/.test(error.message)) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
    throw damaged(format.toUpperCase());
  }
}

function plainSheet(sheet: Sheet): PlainSheet {
  const rows = sheet.rows.map((row, r) => trimEnd(row.map((value, c) => valueText(value, sheet.cells?.get(`${r},${c}`)))));
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > LIMITS.columns) throw new ReadingRefusal('sheet_too_wide', { column: width, limit: LIMITS.columns, cell: '' });
  const merges = (sheet.merges ?? []).map((merge) => ({
    fromRow: merge.startRow + 1,
    toRow: merge.endRow + 1,
    fromColumn: merge.startCol + 1,
    toColumn: merge.endCol + 1
  }));
  return { name: sheet.name, hidden: sheet.hidden === true, rows, ...(merges.length > 0 ? { merges } : {}) };
}

function valueText(value: CellValue, cell: Cell | undefined): string {
  if (value === null || value === undefined) return cell?.formula ? formulaText(cell.formula) : '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.000Z$/, '');
  if (cell?.style?.numFmt && kindOfFormat(cell.style.numFmt) === 'percent') return `${Number((value * 100).toPrecision(15))}%`;
  return String(Number(value.toPrecision(15)));
}

function formulaText(formula: string): string {
  const literal = /^=?(TRUE|FALSE)\(\)$/i.exec(formula.trim())?.[1];
  return literal ? literal.toUpperCase() : `=${formula.replace(/^=/, '')}`;
}

function trimEnd(row: string[]): string[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length--;
  return row.slice(0, length);
}
