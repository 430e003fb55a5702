import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from './columns.ts';

/** One sheet of a workbook: a header row, then rows. */
export type Sheet = { name: string; header: readonly string[]; rows: readonly (readonly Cell[])[] };

/** Widths follow the content, within what a screen can show. */
const width = (sheet: Sheet, column: number): number =>
  Math.min(48, Math.max(8, ...[sheet.header, ...sheet.rows.slice(0, 200)].map((row) => String(row[column] ?? '').length + 2)));

/**
 * A workbook (Office Open XML). Texts are written as texts, so that codes keep their zeros and nothing is taken for a
 * formula; missing cells are empty.
 */
export async function writeWorkbook(sheets: readonly Sheet[], properties: { title: string; creator: string }): Promise<Uint8Array> {
  return writeXlsx({
    properties,
    sheets: sheets.map((sheet) => ({
      name: sheet.name.slice(0, 31),
      columns: sheet.header.map((_, column) => ({ width: width(sheet, column) })),
      rows: [[...sheet.header], ...sheet.rows.map((row) => row.map((cell) => cell ?? null))],
      freezePane: { rows: 1 }
    }))
  });
}
