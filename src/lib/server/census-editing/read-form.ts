import type { Lang } from '#lib/domain/language.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import type { ChangeNote } from '../queries/initiative-writing.ts';
import { findingSentences } from '../wave-intake/finding-sentences.ts';
import { FORM_COLUMNS, type FormColumn, type FormValues } from './census-values.ts';
import { typedDate } from './typed-date.ts';

/** Characters that one field takes; more is refused by `refusalOf`, never cut. */
export const LONGEST_TEXT = 10_000;

/** A text field, whole, trimmed, line ends as `\n`. */
export function readText(form: FormData, name: string): string {
  return String(form.get(name) ?? '').replace(/\r\n/g, '\n').trim();
}

/** The census columns that a form holds. Sources are written one a line. */
export function readValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const column of FORM_COLUMNS) {
    if (!form.has(column)) continue;
    // Boxes: one for each that is ticked, and an empty one so that none ticked is said too.
    const text = column === 'objectives' ? form.getAll(column).filter((code) => code !== '').join(' | ') : readText(form, column);
    values[column] = column === 'sources' || column === 'links' ? text.split('\n').map((line) => line.trim()).filter(Boolean).join(' | ') : text.replace(/\n+/g, ' ');
  }
  // The unit of a number that is not there says nothing.
  if (values.participants === '') Object.assign(values, { participants_unit: '', participants_as_of: '' });
  return values;
}

/** The version that a form was opened on; 0, before every change, when it is missing. */
export function readVersion(form: FormData): number {
  return Math.max(0, Math.floor(Number(form.get('version'))) || 0);
}

/** Why, from where, when and how sure. `reason` is empty when the person did not say. */
export function readNote(form: FormData, actor: string): ChangeNote {
  const optional = (name: string): string | undefined => readText(form, name) || undefined;
  const confidence = optional('note_confidence');
  return {
    actor,
    reason: readText(form, 'note_reason'),
    source: optional('note_source'),
    asOf: typedDate(readText(form, 'note_as_of')) || undefined,
    confidence: confidence && ['H', 'M', 'L'].includes(confidence) ? confidence : undefined
  };
}

/** What is wrong with each column, as a sentence with the way out. */
export function columnProblems(findings: Finding[], lang: Lang): Partial<Record<FormColumn, string>> {
  return Object.fromEntries(
    findings.map((finding) => {
      const { rule, wayOut } = findingSentences(finding, lang);
      return [String(finding.details?.column), `${rule} ${wayOut}`.trim()];
    })
  );
}
