import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { Question } from '#lib/domain/questionnaire/codebook.ts';
import { fieldsOf, type IndicatorFields } from './fields.ts';
import { measuresOf, unitsOf } from './questions.ts';

/** A first form for an indicator of a question: what the codebook already says. The phrases are left to be written. */
export function proposeFields(question: Question, indicators: Indicator[]): IndicatorFields {
  const possible = measuresOf(question);
  // Classes need bounds to be thought of; a median needs nothing.
  const measure = possible.includes('quantiles') ? 'quantiles' : (possible[0] ?? 'distribution');
  const units = unitsOf(measure);
  const page = 'fonctionnement';
  let id = question.code;
  for (let number = 2; indicators.some((other) => other.id === id); number += 1) id = `${question.code}_${number}`;
  const last = Math.max(0, ...indicators.filter((other) => other.page === page).map(({ order }) => order));
  const blank: Indicator = {
    id, question: question.code, measure,
    unit: question.unit && units.includes(question.unit) ? question.unit : (units[0] ?? 'none'),
    base: 'answered', bases: ['answered'], breakdowns: [],
    title: { fr: '', en: '' }, verb: { fr: '', en: '' }, caveats: [], page, order: last + 1
  };
  return fieldsOf(blank);
}
