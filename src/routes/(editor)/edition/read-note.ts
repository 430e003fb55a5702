import type { Text } from '#lib/domain/language.ts';

export type NoteForm = { note?: Text; values: { fr: string; en: string }; problems: { fr?: 'missing'; en?: 'missing' } };

const LONGEST = 2000;

/** A public sentence in both languages from the fields `fr` and `en`; both are needed. */
export function readNote(form: FormData): NoteForm {
  const read = (name: 'fr' | 'en'): string => String(form.get(name) ?? '').trim().slice(0, LONGEST);
  const values = { fr: read('fr'), en: read('en') };
  const problems: NoteForm['problems'] = { ...(values.fr ? {} : { fr: 'missing' }), ...(values.en ? {} : { en: 'missing' }) };
  return { values, problems, ...(values.fr && values.en ? { note: values } : {}) };
}
