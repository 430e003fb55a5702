import { isBlank } from '../shape/profile.ts';
import type { IgnoredRow, Interpretation, MappedQuestion, Reading } from '../types.ts';

/**
 * Every row and every non-blank cell of the sheet, counted once: rows read = responses + ignored rows, non-blank cells = imported +
 * ignored by reason.
 */
export function account(reading: Reading, mapping: MappedQuestion[], responseRows: number[], ignoredRows: IgnoredRow[]): Interpretation['accounting'] {
  const reasons = columnReasons(reading, mapping);
  const ignored = new Map<string, number>();
  const add = (reason: string, cells: number) => cells > 0 && ignored.set(reason, (ignored.get(reason) ?? 0) + cells);
  const stray = new Map((reading.grid.stray ?? []).map(({ row, cells }) => [row, cells]));
  for (const { row, reason } of ignoredRows) {
    let cells = 0;
    for (const cell of stray.get(row) ?? reading.grid.rows[row - 1] ?? []) if (!isBlank(cell)) cells++;
    add(reason, cells);
  }
  const perColumn = new Float64Array(Math.max(0, ...reading.columns.map(({ index }) => index)) + 1);
  let beyond = 0;
  for (const row of responseRows) {
    const cells = reading.grid.rows[row - 1]!;
    for (let i = 0; i < cells.length; i++) {
      if (isBlank(cells[i])) continue;
      if (i + 1 < perColumn.length) perColumn[i + 1]!++;
      else beyond++;
    }
  }
  let importedCells = 0;
  for (let column = 1; column < perColumn.length; column++) {
    const reason = reasons.get(column);
    if (reason === undefined) importedCells += perColumn[column]!;
    else add(reason, perColumn[column]!);
  }
  add('no_heading', beyond);
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
