import type { Option, Question, Unit } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import type { Random } from './random.ts';

/** The three group signs that French spreadsheets hold: ordinary, no-break and narrow no-break space. */
const GROUPS = [' ', '\u00A0', '\u202F'];

/** Columns of one question in a hand-made workbook: one per number asked for, one for everything else. */
export function columnHeaders(question: Question): string[] {
  if (question.type !== 'numbers') return [question.label.fr];
  return (question.options ?? []).map((option) => `${question.label.fr} [${option.label.fr}]`);
}

/** One answer as an editor's workbook shows it; numbers of people stay numbers, money and percentages are text. */
export function frenchCells(random: Random, question: Question, answer: Answer | undefined): (string | number | null)[] {
  const options = question.options ?? [];
  const state = answer?.state ?? 'no_answer';
  if (question.type === 'numbers') {
    const given = answer?.state === 'answered' && answer.type === 'numbers' ? answer.numbers : undefined;
    return options.map(({ code }) => (given ? frenchNumber(random, given[code], question.unit) : state === 'not_asked' ? 'sans objet' : null));
  }
  if (answer?.state !== 'answered') return [state === 'not_asked' ? 'sans objet' : question.type !== 'text' && random.chance(0.4) ? 'nc' : null];
  if (answer.type === 'single') return [answer.option === 'dont_know' ? 'NSP' : label(options, answer.option)];
  if (answer.type === 'multiple') {
    return [answer.options.map((code) => (code === 'other' && answer.other ? answer.other : label(options, code))).join('; ')];
  }
  if (answer.type === 'number') return [frenchNumber(random, answer.number, question.unit)];
  return [answer.type === 'text' ? answer.text : null];
}

function label(options: Option[], code: string): string {
  return options.find((option) => option.code === code)?.label.fr ?? code;
}

/** `1 234,56 €`, `37,5 %`, `0,8`, or the plain number of people. */
export function frenchNumber(random: Random, value: number | undefined, unit: Unit | undefined): string | number | null {
  if (value === undefined) return null;
  if (unit === 'percent') return `${decimalComma(value)}${random.pick(GROUPS)}%`;
  if (unit === 'full_time_equivalents') return decimalComma(value);
  if (unit !== 'eur_per_year' && unit !== 'eur_since_creation') return value;
  const group = random.pick(GROUPS);
  const cents = random.chance(0.2) ? `,${String(random.integer(1, 99)).padStart(2, '0')}` : '';
  return `${String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, group)}${cents}${random.pick(GROUPS)}€`;
}

function decimalComma(value: number): string {
  return String(value).replace('.', ',');
}
