import { findHeader, headerCandidates } from './shape/header.ts';
import { plain } from './tools/plain.ts';
import { TOOLS } from './tools/all.ts';
import type { Look, Recognition, Tool } from './tools/tool.ts';
import type { Grid } from './types.ts';

/** Which tool wrote the file, why, and where its headers are. */
export type Recognised = { tool: Tool; look: Look; recognition: Recognition; sure: boolean };

/**
 * Tries every tool on each of the first rows (an editor may have added a title above), then falls back on a plain table.
 *
 * @param headerRows what an editor decided, when they did
 */
export function recogniseTool(grid: Grid, sheets: Map<string, string[][]>, headerRows: number[] | undefined): Recognised {
  const row = (number: number) => grid.rows.row(number);
  const lookAt = (at: number): Look => ({ grid, at, row, otherSheet: (name) => sheets.get(name.toLowerCase()) });
  const candidates = headerRows ? [...headerRows].reverse() : headerCandidates(grid.rows);
  for (const at of candidates) {
    const look = lookAt(at);
    for (const tool of TOOLS) {
      const recognition = tool.recognise(look);
      if (recognition) return { tool, look, recognition: headerRows ? { ...recognition, headerRows } : recognition, sure: true };
    }
  }
  const found = headerRows ? { headerRows, sure: true } : findHeader(grid);
  const at = found.headerRows.at(-1) ?? 1;
  const why = ['aucune colonne ni forme propre à un outil d’enquête connu'];
  return { tool: plain, look: lookAt(at), recognition: { why, headerRows: found.headerRows }, sure: found.sure };
}
