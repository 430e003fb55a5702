import { plain } from '../values/fold.ts';
import type { Option, QuestionType } from '../../domain/questionnaire/codebook.ts';
import type { StructureQuestion } from '../types.ts';

/** Question types of LimeSurvey, by letter. `X` (a text shown) and `*` (an equation) hold no answer of a respondent. */
const TYPES: Record<string, QuestionType> = {
  L: 'single', '!': 'single', O: 'single', G: 'single', Y: 'single', '5': 'single', I: 'single',
  M: 'multiple', P: 'multiple', R: 'grid',
  F: 'grid', H: 'grid', A: 'grid', B: 'grid', C: 'grid', E: 'grid', '1': 'grid',
  N: 'number', K: 'numbers', ':': 'numbers',
  S: 'text', T: 'text', U: 'text', Q: 'text', ';': 'text', '|': 'text', D: 'date'
};

const FIXED: Record<string, [string, string, string][]> = {
  Y: [['Y', 'Oui', 'Yes'], ['N', 'Non', 'No']],
  G: [['F', 'Féminin', 'Female'], ['M', 'Masculin', 'Male']],
  C: [['Y', 'Oui', 'Yes'], ['U', 'Incertain', 'Uncertain'], ['N', 'Non', 'No']],
  E: [['I', 'Augmenter', 'Increase'], ['S', 'Sans changement', 'Same'], ['D', 'Diminuer', 'Decrease']]
};

/** A question, sub-question or answer as LimeSurvey writes it in one language, field by field. */
export type LimesurveyRow = Record<string, string>;

/** Whether questions of that letter hold an answer of a respondent. */
export function holdsAnswer(letter: string): boolean {
  return Object.hasOwn(TYPES, letter);
}

/** A question in the codebook's words, with its sub-questions and answers. */
export function limesurveyQuestion(letter: string, row: LimesurveyRow, label: { fr: string; en: string }, subs: Option[], answers: Option[]): StructureQuestion {
  const type = TYPES[letter]!;
  const code = row['title'] ?? '';
  const other = row['other'] === 'Y';
  const fixed = (FIXED[letter] ?? numbered(letter)).map(([value, fr, en]) => ({ code: value, label: { fr, en } }));
  const choices = answers.length > 0 ? answers : fixed;
  const withOther = (list: Option[]) => (other ? [...list, { code: type === 'single' ? '-oth-' : 'other', label: { fr: 'Autre', en: 'Other' }, other: true }] : list);
  const common: StructureQuestion = { code, toolCode: code, type, label, level: 'internal', toolType: letter, ...(other ? { other } : {}), ...(row['mandatory'] === 'Y' ? { required: true } : {}) };
  if (type === 'single') return { ...common, options: withOther(choices) };
  if (type === 'multiple') return { ...common, options: withOther(subs) };
  if (type === 'numbers') return { ...common, options: subs };
  if (type === 'grid') return { ...common, options: subs, scale: choices };
  return common;
}

/** Scales of points: five, ten. */
function numbered(letter: string): [string, string, string][] {
  const points = letter === 'A' || letter === '5' ? 5 : letter === 'B' ? 10 : 0;
  return Array.from({ length: points }, (_, i) => [String(i + 1), String(i + 1), String(i + 1)]);
}

/** French and English, each falling back on the other, then on the first language. */
export function inLanguages(rows: LimesurveyRow[], field: string, table: LimesurveyRow | undefined, languages: string[]): { fr: string; en: string } {
  const by = new Map(rows.map((row) => [row['language'] ?? languages[0] ?? '', plain(row[field] ?? '')]));
  for (const [language, text] of Object.entries(table ?? {})) by.set(language, plain(text));
  const find = (wanted: string) => [...by].find(([language, text]) => language.startsWith(wanted) && text !== '')?.[1];
  const any = find('fr') ?? find('en') ?? [...by.values()].find((text) => text !== '') ?? '';
  return { fr: find('fr') ?? any, en: find('en') ?? any };
}
