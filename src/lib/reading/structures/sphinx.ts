import type { Option, QuestionType } from '../../domain/questionnaire/codebook.ts';
import { fold, plain } from '../values/fold.ts';
import type { Structure, StructureQuestion } from '../types.ts';

const TYPES: Record<string, QuestionType> = { FU: 'single', FM: 'multiple', FE: 'single', OT: 'text', ON: 'number', OC: 'text', OD: 'date' };
const TYPE_CELL = /^(FU|FM|FE|OT|ON|OC|OD)\b/;
const TYPE_WORDS: [RegExp, string][] = [
  [/fermee? unique|choix unique/, 'FU'], [/fermee? multiple|choix multiple/, 'FM'], [/fermee? echelle|echelle/, 'FE'], [/ouverte? texte|^texte$/, 'OT'],
  [/ouverte? numerique|^numerique$/, 'ON'], [/ouverte? code|^code$/, 'OC'], [/ouverte? date|^date$/, 'OD']
];

/**
 * The variables of a Sphinx iQ workbook, from its `information` sheet: name, type, options separated by ` ; `. The place of the columns
 * is found from their content. Undefined when the sheet holds no variable.
 */
export function readSphinxInformation(rows: string[][]): Structure | undefined {
  const questions: StructureQuestion[] = [];
  for (const row of rows) {
    const cells = row.map((cell) => plain(cell));
    const typeAt = cells.findIndex((cell) => TYPE_CELL.test(cell) || (cell.length < 40 && wordType(cell) !== undefined));
    if (typeAt < 1) continue;
    const type = TYPE_CELL.exec(cells[typeAt]!)?.[1] ?? wordType(cells[typeAt]!)!;
    const texts = cells.slice(0, typeAt).filter((cell) => cell !== '' && !/^\d+$/.test(cell));
    const name = texts[0];
    if (name === undefined) continue;
    const label = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), name);
    const list = cells.slice(typeAt + 1).find((cell) => / ; |;/.test(cell)) ?? (type.startsWith('F') ? cells.slice(typeAt + 1).find((cell) => cell !== '') : undefined);
    const options = type.startsWith('F') && list !== undefined ? list.split(/\s*;\s*/).filter((text) => text !== '').map((text): Option => ({ code: text, label: { fr: text, en: text }, ...(/^autres?\b/.test(fold(text)) ? { other: true } : {}) })) : [];
    questions.push({ code: name, toolCode: name, type: TYPES[type]!, label: { fr: label, en: label }, level: 'internal', toolType: type, ...(options.length > 0 ? { options } : {}) });
  }
  return questions.length > 0 ? { format: 'sphinx', tool: 'Sphinx iQ', languages: ['fr'], questions } : undefined;
}

function wordType(cell: string): string | undefined {
  const folded = fold(cell);
  return TYPE_WORDS.find(([words]) => words.test(folded))?.[1];
}
