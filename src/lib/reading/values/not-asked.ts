import type { Conventions } from '../types.ts';
import { fold } from './fold.ts';

/** Whether a text is one of the tool's words for "not shown to this respondent" (`N/A`). They are short and hold no digit. */
export function isNotAskedWord(conventions: Conventions, text: string): boolean {
  if (conventions.notAsked.length === 0 || text.length > 20) return false;
  const first = text.charCodeAt(0);
  return !(first >= 48 && first <= 57) && conventions.notAsked.includes(fold(text));
}
