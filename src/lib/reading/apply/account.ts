import { isBlank } from '../values/blank.ts';
import type { IgnoredRow, Interpretation, MappedQuestion, Reading } from '../types.ts';

/**
 * Every row and every non-blank cell of the sheet, counted once: rows read = responses + ignored rows, non-blank cells = imported +
 * ignored by reason.
 */
export function account(reading: Reading, mapping: MappedQuestion[], responseRows: number[], ignoredRows: IgnoredRow[]): Interpretation['accounting'] {
  const reasons = columnReasons(reading, mapping);
  const ignored = new Map<string, number>();
  const add = (reason: string, cells: number) => cells > 0 && ignored.set(reason, (ignored.get(reason) ?? 0) + cells);
  const filled = reading.grid.rows.filledPerRow();
  const stray = new Map((reading.grid.stray ?? []).map(({ row, cells }) => [row, cells]));
  for (const { row, reason } of ignoredRows) {
    add(reason, stray.get(row)?.filter((cell) => !isBlank(cell)).length ?? filled[row - 1] ?? 0);
  }
  const last = Math.max(0, ...reading.columns.map(({ index }) => index));
  let importedCells = 0;
  for (let column = 1; column <= reading.grid.rows.width; column++) {
    const cells = reading.grid.rows.countTexts(responseRows, column).reduce((sum, [, count]) => sum + count, 0);
    const reason = column > last ? 'no_heading' : reasons.get(column);
    if (reason === undefined) importedCells += cells;
    else add(reason, cells);
  }
  const ignoredCells = [...ignored].map(([reason, cells]) => ({ reason, cells }));
  return {
    rowsRead: responseRows.length + ignoredRows.length,
    responses: responseRows.length,
    ignoredRows,
    nonEmptyCells: importedCells + ignoredCells.reduce((sum, { cells }) => sum + cells, 0),
    importedCells,
    ignoredCells
  };
}

/** Why the cells of a column are not imported; absent for the columns that are. */
function columnReasons(reading: Reading, mapping: MappedQuestion[]): Map<number, string> {
  const bySource = new Map(mapping.map((mapped) => [mapped.source, mapped]));
  const reasons = new Map<number, string>();
  for (const column of reading.columns) {
    const mapped = column.question === undefined ? undefined : bySource.get(column.question);
    if (column.role === 'metadata') reasons.set(column.index, 'metadata');
    else if (column.role === 'summary') reasons.set(column.index, 'summary');
    else if (column.role === 'empty') reasons.set(column.index, 'no_heading');
    else if (mapped === undefined || mapped.question === undefined) reasons.set(column.index, 'unmapped_column');
    else if (mapped.question === 'ignore') reasons.set(column.index, 'ignored_column');
    else if (column.role === 'comment') reasons.set(column.index, 'comment');
  }
  return reasons;
}
