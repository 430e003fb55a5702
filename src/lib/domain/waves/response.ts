import type { MissingReason } from '../missing.ts';

/** Where a value stood in the deposited file (1-based row and column, as a spreadsheet shows them). */
export type CellAddress = { sheet?: string; row: number; column: number };

/**
 * One respondent's answer to one question.
 *
 * - `single`: `option`; `multiple`: `options` (possibly empty: answered, nothing ticked)
 * - `number`: `number`; `numbers`: one entry per option that was answered, a missing line is not a zero
 * - `grid`: option of the scale per row; `date`: ISO 8601; `text`: free text
 */
export type Answer =
  | { state: 'answered'; type: 'single'; option: string; other?: string }
  | { state: 'answered'; type: 'multiple'; options: string[]; other?: string }
  | { state: 'answered'; type: 'number'; number: number }
  | { state: 'answered'; type: 'numbers'; numbers: Record<string, number> }
  | { state: 'answered'; type: 'grid'; rows: Record<string, string> }
  | { state: 'answered'; type: 'date'; date: string }
  | { state: 'answered'; type: 'text'; text: string }
  | { state: MissingReason };

/** One initiative's answers in a wave. Absent question codes were not asked in that wave. */
export type Response = {
  /** Slug of the census initiative. */
  initiative: string;
  wave: string;
  /** Row of the deposited file (1-based, as a spreadsheet shows it). */
  row: number;
  submittedAt?: string;
  answers: Record<string, Answer>;
};
