import type { Grid, IgnoredRow, Reading, SourceColumn } from '../types.ts';
import { isBlank } from './profile.ts';

/** Non-blank cells of the whole sheet: those of response rows in columns that are read, and the others by reason. */
export function countCells(grid: Grid, responseRows: number[], ignoredRows: IgnoredRow[], columns: SourceColumn[]): Reading['cells'] {
  const reasons = new Map<string, number>();
  const add = (reason: string, cells: number) => cells > 0 && reasons.set(reason, (reasons.get(reason) ?? 0) + cells);
  const count = (cells: string[]) => cells.reduce((sum, cell) => sum + (isBlank(cell) ? 0 : 1), 0);
  const stray = new Map((grid.stray ?? []).map(({ row, cells }) => [row, cells]));
  for (const { row, reason } of ignoredRows) add(reason, count(stray.get(row) ?? grid.rows[row - 1] ?? []));
  const summary = columns.filter(({ role }) => role === 'summary').map(({ index }) => index - 1);
  let imported = 0;
  for (const row of responseRows) {
    const cells = grid.rows[row - 1]!;
    let filled = 0;
    for (const cell of cells) if (!isBlank(cell)) filled++;
    const repeated = summary.reduce((sum, column) => sum + (isBlank(cells[column]) ? 0 : 1), 0);
    add('summary', repeated);
    imported += filled - repeated;
  }
  const ignored = [...reasons.values()].reduce((sum, cells) => sum + cells, 0);
  return { nonEmpty: imported + ignored, imported, ignored, reasons: [...reasons].map(([reason, cells]) => ({ reason, cells })) };
}
