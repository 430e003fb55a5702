import { plain } from '../values/fold.ts';
import type { Text } from '../../domain/language.ts';
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

/** A sub-question or an answer, and which of the two lists of its question it belongs to (0 or 1). */
export type Listed = { code: string; label: Text; scale: number };

/**
 * A question in the codebook's words, with its sub-questions and answers, as the responses will show it: two scales make two grids, an
 * array of texts one question per text, an array of numbers one number per row and column.
 */
export function limesurveyQuestions(letter: string, row: LimesurveyRow, label: Text, subs: Listed[], answers: Listed[]): StructureQuestion[] {
  const type = TYPES[letter]!;
  const code = row['title'] ?? '';
  const other = row['other'] === 'Y';
  const [rows, columns] = [0, 1].map((scale) => optionsOf(subs, scale));
  const fixed = (FIXED[letter] ?? numbered(letter)).map(([value, fr, en]) => ({ code: value, label: { fr, en } }));
  const choices = answers.length > 0 ? optionsOf(answers, 0) : fixed;
  const withOther = (list: Option[]) => (other ? [...list, { code: type === 'single' ? '-oth-' : 'other', label: { fr: 'Autre', en: 'Other' }, other: true }] : list);
  const common: StructureQuestion = { code, toolCode: code, type, label, level: 'internal', toolType: letter, ...(other ? { other } : {}), ...(row['mandatory'] === 'Y' ? { required: true } : {}) };
  const part = (name: string, text: Text): StructureQuestion => ({ ...common, code: name, toolCode: name, label: joined(label, text, (all, one) => `${all} [${one}]`) });
  if (letter === '1') return ['1', '2'].map((scale, i) => ({ ...part(`${code}#${scale}`, { fr: scale, en: scale }), options: rows!, scale: optionsOf(answers, i) }));
  if (letter === 'R') return [{ ...common, options: choices.map((_, i) => ({ code: String(i + 1), label: { fr: `Rang ${i + 1}`, en: `Rank ${i + 1}` } })), scale: choices }];
  if (letter === 'Q' || letter === ';') return crossed(rows!, columns!).map((item) => part(`${code}[${item.code}]`, item.label));
  if (type === 'single') return [{ ...common, options: withOther(choices) }];
  if (type === 'multiple') return [{ ...common, options: withOther(rows!) }];
  if (type === 'numbers') return [{ ...common, options: crossed(rows!, columns!) }];
  if (type === 'grid') return [{ ...common, options: rows!, scale: choices }];
  return [common];
}

function optionsOf(listed: Listed[], scale: number): Option[] {
  return listed.filter((each) => each.scale === scale).map(({ code, label }) => ({ code, label }));
}

/** Each row with each column (`R1_C2`); the rows alone when there is no column. */
function crossed(rows: Option[], columns: Option[]): Option[] {
  if (columns.length === 0) return rows;
  return rows.flatMap((row) => columns.map((column) => ({ code: `${row.code}_${column.code}`, label: joined(row.label, column.label, (one, two) => `${one} | ${two}`) })));
}

function joined(one: Text, two: Text, join: (one: string, two: string) => string): Text {
  return { fr: join(one.fr, two.fr), en: join(one.en, two.en) };
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
