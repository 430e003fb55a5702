import type { Decisions, Reading } from '#lib/reading/types.ts';
import type { Correction, FindingView } from './preparation.ts';

type Read = Pick<Reading, 'columns'> & { grid: Pick<Reading['grid'], 'rows'> };

/** The corrected cells of a file beside what the file says, in the order of the file. */
export function listCorrections({ grid, columns }: Read, corrections: Decisions['corrections'] = {}): Correction[] {
  const headers = new Map(columns.map(({ index, headers: texts }) => [index, texts.filter((text) => text.trim() !== '').join(' – ')]));
  return Object.entries(corrections)
    .map(([cell, text]) => {
      const [row = 0, column = 0] = cell.split(':').map(Number);
      return { row, column, header: headers.get(column) ?? '', original: grid.rows.cell(row, column), text };
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Findings with the text of their cell, so that it can be corrected where it is shown. */
export function withCells(findings: FindingView[], { grid }: Read, corrections: Decisions['corrections'] = {}): FindingView[] {
  return findings.map((finding) => {
    const { row, column } = finding.where;
    if (row === undefined || column === undefined) return finding;
    const original = grid.rows.cell(row, column);
    const corrected = corrections[`${row}:${column}`];
    return { ...finding, cell: corrected ?? original, ...(corrected === undefined ? {} : { original }) };
  });
}

/**
 * The corrections with the cells of a form: a cell that says what the file says again is no correction any more.
 *
 * @param seen the texts that the form was filled with, by `row:column`
 */
export function correctCells(corrections: Decisions['corrections'] = {}, cells: Iterable<[string, string]>, seen: ReadonlyMap<string, { cell: string; original: string }>): Record<string, string> {
  const result = { ...corrections };
  for (const [cell, typed] of cells) {
    const known = seen.get(cell);
    const text = typed.replace(/\r\n/g, '\n');
    if (!known || text === known.cell) continue;
    if (text === known.original) delete result[cell];
    else result[cell] = text;
  }
  return result;
}
