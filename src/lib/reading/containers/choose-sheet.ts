import { ReadingRefusal } from '../refusal.ts';
import type { Ask } from '../types.ts';

/** A sheet seen from afar: its first rows. */
export type SheetPreview = { name: string; hidden: boolean; rows: string[][] };

const NOT_DATA = /^(?:informations?|dictionnaire|dictionary|lisez[ -]?moi|read ?me|notice|mode d.emploi|codebook|listes?|settings|param[eè]tres|choices|aide|help)$/i;

/**
 * The sheet that holds the responses: the one that was asked for, else the fullest visible one. When others hold a table too, the
 * editor is asked.
 *
 * @throws ReadingRefusal `unknown_sheet`, `empty_file`
 */
export function chooseSheet(sheets: SheetPreview[], wanted: string | undefined): { name: string; ask?: Ask } {
  if (wanted !== undefined) {
    if (!sheets.some((sheet) => sheet.name === wanted)) {
      throw new ReadingRefusal('unknown_sheet', { sheet: wanted, sheets: sheets.map((sheet) => sheet.name).join(', ') });
    }
    return { name: wanted };
  }
  const survey = sheets.find((sheet) => sheet.name.trim().toLowerCase() === 'survey');
  if (survey && sheets.some((sheet) => /^(?:choices|settings)$/i.test(sheet.name.trim()))) return { name: survey.name };
  const scored = sheets.map((sheet) => ({ ...sheet, score: fullness(sheet) })).filter((sheet) => sheet.score > 0);
  const best = scored.reduce<(typeof scored)[number] | undefined>((top, sheet) => (!top || sheet.score > top.score ? sheet : top), undefined);
  if (!best) throw new ReadingRefusal('empty_file');
  const rivals = scored.filter((sheet) => !sheet.hidden && isTable(sheet.rows) && !NOT_DATA.test(sheet.name.trim()));
  if (rivals.length < 2) return { name: best.name };
  return { name: best.name, ask: { code: 'sheet', where: {}, choices: rivals.map((sheet) => sheet.name), details: { proposed: best.name } } };
}

function fullness(sheet: SheetPreview): number {
  let cells = 0;
  for (const row of sheet.rows) for (const cell of row) if (cell.trim() !== '') cells++;
  if (cells === 0) return 0;
  return cells * (sheet.hidden ? 0.01 : 1) * (NOT_DATA.test(sheet.name.trim()) ? 0.02 : 1) * (isTable(sheet.rows) ? 1 : 0.1);
}

function isTable(rows: string[][]): boolean {
  return rows.filter((row) => row.filter((cell) => cell.trim() !== '').length >= 2).length >= 2;
}
