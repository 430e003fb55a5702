import { MEASURES, type Measure } from '#lib/domain/indicators/definition.ts';
import { MEASURE_TYPES } from '#lib/domain/indicators/publishable.ts';
import { UNITS, type Codebook, type Question, type Unit } from '#lib/domain/questionnaire/codebook.ts';

const MONEY: Unit[] = ['eur_per_year', 'eur_since_creation'];

/** Whether what a question holds may be published, in some form. */
export function isPublishable({ level }: Question): boolean {
  return level === 'open' || level === 'confidential';
}

/** What can be computed from a question; nothing for texts, dates and grids. A mix needs parts that add up, amounts need euros. */
export function measuresOf(question: Question): Measure[] {
  return MEASURES.filter((measure) => MEASURE_TYPES[measure].includes(question.type)).filter(
    (measure) => (measure !== 'mix' || question.sum !== undefined) && (measure !== 'amounts_by_item' || (question.unit !== undefined && MONEY.includes(question.unit)))
  );
}

/** Units that a measure can be told in. */
export function unitsOf(measure: Measure): readonly Unit[] {
  return { distribution: ['none'] as const, classes: UNITS, quantiles: UNITS, mix: ['percent'] as const, amounts_by_item: MONEY }[measure];
}

/** A question as the newest wave that asked it words it. */
export type Asked = { question: Question; wave: string };

/** Every question from which a figure can be published, in the order of the newest questionnaire. `codebooks`: newest first. */
export function publishableQuestions(codebooks: Codebook[]): Asked[] {
  const found = new Map<string, Asked>();
  for (const { wave, questions } of codebooks) {
    for (const question of questions) if (!found.has(question.code)) found.set(question.code, { question, wave });
  }
  return [...found.values()].filter(({ question }) => isPublishable(question) && measuresOf(question).length > 0);
}
