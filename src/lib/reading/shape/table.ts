import type { Look, Table } from '../tools/tool.ts';
import type { Structure } from '../types.ts';
import { headerTexts, spreadHeadings } from './header.ts';
import { profileColumn, type Profile } from './profile.ts';

/** A grid with its header rows and responses, and the profile of each column worked out once. */
export function makeTable(look: Look, headerRows: number[], responseRows: number[], structure: Structure | undefined, spread = true): Table {
  const { rows } = look.grid;
  const written = headerTexts(look.grid, headerRows);
  const headers = spread ? spreadHeadings(look.grid, headerRows, written) : written;
  let width = headers.length;
  for (const row of responseRows) width = Math.max(width, rows.widthOf(row));
  while (headers.length < width) headers.push(headerRows.map(() => ''));
  const profiles: (Profile | undefined)[] = [];
  return {
    ...look,
    headerRows,
    headers,
    width,
    responseRows,
    profile: (column) => (profiles[column] ??= profileColumn(rows, responseRows, column)),
    cell: (row, column) => rows.cell(row, column),
    ...(structure ? { structure } : {})
  };
}
