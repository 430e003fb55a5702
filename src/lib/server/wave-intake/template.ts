import { writeOds } from 'hucre/ods';
import { writeXlsx, colToLetter, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { PUBLICATION_LEVELS, QUESTION_TYPES, UNITS, type Codebook, type Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Lang } from '#lib/domain/language.ts';

export const DICTIONARY = { sheet: 'Dictionnaire', header: ['code', 'type', 'label_fr', 'label_en', 'level', 'unit', 'required', 'integer', 'min', 'max', 'sum', 'asked_if', 'asked_if_options', 'tool_code'] } as const;
export const OPTION_LIST = { sheet: 'Options', header: ['question', 'code', 'label_fr', 'label_en', 'flag', 'family'] } as const;

const ROWS = 1000;
const WORDS = {
  fr: { answers: 'Réponses', lists: 'Listes', read: 'Lisez-moi', text: ['Une ligne par réponse dans « Réponses », sans changer les en-têtes.', 'Les colonnes à choix unique ont une liste ; un choix multiple s’écrit dans une cellule, séparé par « ; ».', 'Un vide n’est pas un zéro : écrivez 0 quand la réponse est zéro, NSP quand le répondant ne sait pas.', 'Pour décrire un autre questionnaire, remplissez « Dictionnaire » et « Options » puis créez une vague à partir de ce fichier.'] },
  en: { answers: 'Responses', lists: 'Lists', read: 'Read me', text: ['One row per response in “Responses”; leave the headings alone.', 'Single choices have a list; a multiple choice is written in one cell, separated by “;”.', 'A blank is not a zero: write 0 when the answer is zero, DK when the respondent does not know.', 'To describe another questionnaire, fill in “Dictionnaire” and “Options”, then create a wave from this file.'] }
} as const;

/** Headings of a question's columns: one, or one per part or row. */
function headings(question: Question, lang: Lang): string[] {
  const label = question.label[lang];
  return question.type === 'numbers' || question.type === 'grid' ? (question.options ?? []).map((option) => `${label} [${option.label[lang]}]`) : [label];
}

function choicesOf(question: Question): Question['options'] {
  return question.type === 'grid' ? question.scale : question.type === 'single' ? question.options : undefined;
}

/** The sheets of a questionnaire: answers to fill in with their lists, and the dictionary from which it can be read again. */
export function templateSheets(codebook: Codebook, lang: Lang): WriteSheet[] {
  const words = WORDS[lang];
  const listed = codebook.questions.filter((question) => (choicesOf(question) ?? question.options ?? []).length > 0);
  const longest = Math.max(0, ...listed.map((question) => (choicesOf(question) ?? question.options ?? []).length));
  const lists = Array.from({ length: longest }, (_, row) => listed.map((question) => (choicesOf(question) ?? question.options ?? [])[row]?.label[lang] ?? null));
  const header = codebook.questions.flatMap((question) => headings(question, lang));
  const dataValidations: DataValidation[] = [];
  let column = 0;
  for (const question of codebook.questions) {
    const choices = choicesOf(question);
    const from = listed.indexOf(question);
    for (const _ of headings(question, lang)) {
      void _;
      const letter = colToLetter(column);
      const range = `${letter}2:${letter}${ROWS + 1}`;
      if (choices) dataValidations.push({ type: 'list', formula1: `'${words.lists}'!$${colToLetter(from)}$2:$${colToLetter(from)}$${choices.length + 1}`, range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' });
      else if (question.type === 'number' || question.type === 'numbers') {
        const { min = 0, max = 1e12 } = question;
        dataValidations.push({ type: 'decimal', operator: 'between', formula1: String(min), formula2: String(max), range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' });
      }
      column++;
    }
  }
  const dictionary = codebook.questions.map((q) => [
    q.code, q.type, q.label.fr, q.label.en, q.level, q.unit ?? null, q.required ? 'yes' : null, q.integer ? 'yes' : null, q.min ?? null, q.max ?? null, q.sum?.total ?? null, q.askedIf?.question ?? null, q.askedIf?.anyOf.join(' ') ?? null, q.toolCode ?? null
  ]);
  const flag = (option: NonNullable<Question['options']>[number]): string | null => (option.other ? 'other' : option.dontKnow ? 'dont_know' : null);
  const options = codebook.questions.flatMap((q) => [
    ...(q.options ?? []).map((option) => [q.code, option.code, option.label.fr, option.label.en, flag(option), option.family ?? null]),
    ...(q.scale ?? []).map((option) => [q.code, option.code, option.label.fr, option.label.en, 'scale', null])
  ]);
  const list = (letter: string, values: readonly string[]): DataValidation => ({ type: 'list', values: [...values], range: `${letter}2:${letter}${ROWS + 1}`, allowBlank: true });
  return [
    { name: words.answers, rows: [header], columns: header.map((text) => ({ width: Math.min(40, Math.max(14, text.length / 2)) })), dataValidations, freezePane: { rows: 1 } },
    { name: words.lists, rows: [listed.map((question) => question.code), ...lists], columns: listed.map(() => ({ width: 30 })), freezePane: { rows: 1 } },
    { name: DICTIONARY.sheet, rows: [[...DICTIONARY.header], ...dictionary], columns: DICTIONARY.header.map((_, at) => ({ width: at === 2 || at === 3 ? 50 : 16 })), dataValidations: [list('B', QUESTION_TYPES), list('E', PUBLICATION_LEVELS), list('F', UNITS)], freezePane: { rows: 1 } },
    { name: OPTION_LIST.sheet, rows: [[...OPTION_LIST.header], ...options], columns: OPTION_LIST.header.map(() => ({ width: 26 })), freezePane: { rows: 1 } },
    { name: words.read, rows: [[codebook.title[lang]], ...words.text.map((line) => [line])], columns: [{ width: 110 }] }
  ];
}

/** The questionnaire as a workbook to fill in. OpenDocument has the lists as a sheet, without the drop-downs. */
export async function questionnaireFile(codebook: Codebook, format: 'xlsx' | 'ods', lang: Lang): Promise<Uint8Array> {
  const sheets = templateSheets(codebook, lang);
  const properties = { title: codebook.title[lang] };
  return format === 'xlsx' ? writeXlsx({ sheets, properties }) : writeOds({ sheets, properties });
}
