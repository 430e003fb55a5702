import { isPartialDate } from '#lib/domain/census/partial-date.ts';
import { LONGEST_TEXT, readText } from './read-form.ts';
import { typedDate } from './typed-date.ts';

/** What refuses a form before anything is done, with all it held so that nothing has to be typed again. */
export type RefusedForm = {
  kept: Record<string, string>;
  /** Fields longer than `longest` characters. */
  long: { name: string; length: number }[];
  longest: number;
  /** The date of the information is not one. */
  badDate: boolean;
};

/** The texts of a form by the name of their field, whole; of a field sent several times, the last. Objectives are boxes: all that are ticked. */
export function keptTexts(form: FormData): Record<string, string> {
  const texts = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.replace(/\r\n/g, '\n')]] : [])));
  return form.has('objectives') ? { ...texts, objectives: form.getAll('objectives').filter((code) => code !== '').join(' | ') } : texts;
}

/** Why a form is refused as it is, or undefined: a text too long is never cut, and a date of information is a date. */
export function refusalOf(form: FormData): RefusedForm | undefined {
  const kept = keptTexts(form);
  const long = Object.keys(kept)
    .map((name) => ({ name, length: readText(form, name).length }))
    .filter(({ length }) => length > LONGEST_TEXT);
  const asOf = typedDate(readText(form, 'note_as_of'));
  const badDate = asOf !== '' && !isPartialDate(asOf);
  return long.length > 0 || badDate ? { kept, long, longest: LONGEST_TEXT, badDate } : undefined;
}
