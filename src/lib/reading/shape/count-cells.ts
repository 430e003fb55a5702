import type { Grid, IgnoredRow, Reading, SourceColumn } from '../types.ts';
import { isBlank } from '../values/blank.ts';

/** Non-blank cells of the whole sheet: those of response rows in columns that are read, and the others by reason. */
export function countCells(grid: Grid, responseRows: number[], ignoredRows: IgnoredRow[], columns: SourceColumn[]): Reading['cells'] {
  const reasons = new Map<string, number>();
  const add = (reason: string, cells: number) => cells > 0 && reasons.set(reason, (reasons.get(reason) ?? 0) + cells);
  const count = (cells: string[]) => cells.reduce((sum, cell) => sum + (isBlank(cell) ? 0 : 1), 0);
  const filled = grid.rows.filledPerRow();
  const stray = new Map((grid.stray ?? []).map(({ row, cells }) => [row, cells]));
  for (const { row, reason } of ignoredRows) add(reason, stray.has(row) ? count(stray.get(row)!) : (filled[row - 1] ?? 0));
  const summary = columns.filter(({ role }) => role === 'summary').map(({ index }) => index);
  let imported = 0;
  for (const row of responseRows) {
    const repeated = summary.reduce((sum, column) => sum + (isBlank(grid.rows.cell(row, column)) ? 0 : 1), 0);
    add('summary', repeated);
    imported += filled[row - 1]! - repeated;
  }
  const ignored = [...reasons.values()].reduce((sum, cells) => sum + cells, 0);
  return { nonEmpty: imported + ignored, imported, ignored, reasons: [...reasons].map(([reason, cells]) => ({ reason, cells })) };
}
