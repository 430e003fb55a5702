import type { Table } from '../tools/tool.ts';
import { isNotAskedWord } from '../values/not-asked.ts';
import type { Conventions } from '../types.ts';
import { missingWord } from '../values/missing-words.ts';
import type { MissingReason } from '../../domain/missing.ts';

/** What a column holds, answer by answer: texts with their count, blanks, cells of people who were not asked, words for "nothing". */
export type ColumnTally = {
  answers: Map<string, number>;
  answered: number;
  blank: number;
  notAsked: number;
  missing: Partial<Record<MissingReason, number>>;
};

/**
 * Counts the answers of a column. "Ne sait pas" stays an answer when `keepDontKnow` (a scale offers it); for numbers and dates it is a
 * reason for a missing value.
 */
export function tallyColumn(table: Table, column: number, conventions: Conventions, keepDontKnow: boolean): ColumnTally {
  const tally: ColumnTally = { answers: new Map(), answered: 0, blank: 0, notAsked: 0, missing: {} };
  const profile = table.profile(column);
  let seen = 0;
  for (const [text, count] of profile.values) {
    seen += count;
    if (isNotAskedWord(conventions, text)) {
      tally.notAsked += count;
      continue;
    }
    const reason = missingWord(text);
    if (reason !== undefined && !(keepDontKnow && reason === 'dont_know')) {
      tally.missing[reason] = (tally.missing[reason] ?? 0) + count;
      continue;
    }
    const label = text.trim();
    tally.answers.set(label, (tally.answers.get(label) ?? 0) + count);
    tally.answered += count;
  }
  // Texts beyond the limit of distinct ones are answers too; nobody counts them one by one.
  tally.answered += profile.filled - seen;
  tally.blank = table.responseRows.length - profile.filled;
  return tally;
}
