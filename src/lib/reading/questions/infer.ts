import type { Profile } from '../shape/profile.ts';
import { readDate } from '../values/dates.ts';
import { missingWord } from '../values/missing-words.ts';
import { readNumber } from '../values/numbers.ts';
import { isNotAskedWord } from '../values/not-asked.ts';
import type { Conventions, SourceQuestion } from '../types.ts';

/** Numbers that are names: postcodes, SIRET, telephone numbers. */
const IDENTIFIER = /^(?:0\d{4,}|\d{9,}|\+\d{8,})$/;

const YES_NO = /^(?:oui|non|yes|no|true|false|vrai|faux)$/i;

/** Texts of a column that are answers, with their counts: words for "nothing" and "not asked" left out. */
export function answersOf(profile: Profile, conventions: Conventions): [string, number][] {
  return [...profile.values].filter(([text]) => !isNotAskedWord(conventions, text) && missingWord(text) === undefined);
}

/**
 * What a single column holds, from its values: numbers, dates, one option among a few, or free text.
 * A column is numeric when at least four fifths of its answers are numbers; the others are then shown to the editor.
 */
export function inferColumnType(profile: Profile, conventions: Conventions): SourceQuestion['type'] {
  const answers = answersOf(profile, conventions);
  if (answers.length === 0) return dontKnowOnly(profile) ? 'single' : 'text';
  if (answers.some(([text]) => IDENTIFIER.test(text.replace(/[\s\u00a0]/g, '')))) return 'text';
  const total = answers.reduce((sum, [, count]) => sum + count, 0);
  const share = (test: (text: string) => boolean) => answers.reduce((sum, [text, count]) => sum + (test(text) ? count : 0), 0) / total;
  const years = share((text) => /^(?:19|20)\d{2}$/.test(text.trim()));
  if (years < 1 && share((text) => readDate(text) !== undefined && !/^\d{5}$/.test(text.trim())) >= 0.8) return 'date';
  if (share((text) => readNumber(text, conventions.decimal) !== undefined) >= 0.8) return 'number';
  // Yes and no are options even when each is met once.
  if (answers.every(([text]) => YES_NO.test(text.trim()))) return 'single';
  const long = answers.some(([text]) => text.length > 150 || text.includes('\n'));
  if (!long && !profile.more && answers.length <= Math.max(3, Math.min(60, total * 0.7)) && answers.length < total) return 'single';
  return 'text';
}

function dontKnowOnly(profile: Profile): boolean {
  return profile.filled > 0 && [...profile.values.keys()].every((text) => missingWord(text) === 'dont_know');
}
