import { isPartialDate } from '#lib/domain/census/partial-date.ts';
import { readDate } from '#lib/reading/values/dates.ts';

/**
 * A date as a person types it in a form, in ISO 8601 and no more precise than it is written: `31/10/2026`, `10/2026`,
 * `octobre 2026`, `31 October 2026`. What is no date, has a time, or could be read in two ways (`01/02/03`, `45000`)
 * comes back as it is, for the form to refuse with the words that were typed.
 */
export function typedDate(text: string): string {
  const typed = text.trim();
  if (isPartialDate(typed)) return typed;
  const read = readDate(typed);
  return read && !read.doubt && isPartialDate(read.iso) ? read.iso : typed;
}
