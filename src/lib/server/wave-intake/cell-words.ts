import type { Codebook, Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { CellWindow } from './cell-store.ts';
import type { CellColumn, TypedCell } from './cells.ts';
import { columnWords } from './codebook-words.ts';

/** A cell with the wording of what it is read as, beside the code that is kept. */
export type WordedCell = TypedCell & { wording?: string };

const SEVERAL = ' + ';
const FLAGS: Record<string, { fr: string; en: string }> = { '1': { fr: 'coché', en: 'ticked' }, '0': { fr: 'non coché', en: 'not ticked' } };
const NONE = { fr: 'aucune', en: 'none' };

/** What an option, a point of a scale, or a tick means; undefined for what is its own wording. */
function wordingOf(value: string, column: CellColumn, question: Question, lang: Lang): string | undefined {
  const labelOf = (items: Question['options'], code: string): string | undefined => items?.find((item) => item.code === code)?.label[lang];
  if (column.other) return undefined;
  if (question.type === 'single') return labelOf(question.options, value);
  if (question.type === 'grid') return labelOf(question.scale, value);
  if (question.type !== 'multiple') return undefined;
  if (column.option !== undefined) return FLAGS[value]?.[lang];
  if (value === '0') return NONE[lang];
  const labels = value.split(SEVERAL).map((code) => labelOf(question.options, code));
  return labels.every((label) => label !== undefined) ? labels.join(SEVERAL) : undefined;
}

/** A cell of a column, said with the wordings of the questionnaire. `column` has its codes. */
export function cellWords(cell: TypedCell, column: CellColumn, codebook: Codebook, lang: Lang): WordedCell {
  const question = cell.value === undefined ? undefined : codebook.questions.find(({ code }) => code === column.question);
  const wording = question && cell.value !== undefined ? wordingOf(cell.value, column, question, lang) : undefined;
  return wording === undefined ? cell : { ...cell, wording };
}

/** A window of cells, said with the wordings of the questionnaire. */
export function windowWords(window: CellWindow, codebook: Codebook, lang: Lang): Omit<CellWindow, 'rows'> & { rows: { row: number; status: string; cells: WordedCell[] }[] } {
  const rows = window.rows.map((row) => ({ ...row, cells: row.cells.map((cell, at) => (window.columns[at] ? cellWords(cell, window.columns[at], codebook, lang) : cell)) }));
  return { ...window, columns: window.columns.map((column) => columnWords(column, codebook, lang)), rows };
}
