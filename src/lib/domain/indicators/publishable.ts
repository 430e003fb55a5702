import type { Codebook, QuestionType } from '../questionnaire/codebook.ts';
import type { Breakdown, Indicator, Measure } from './definition.ts';
import { TRAIT_QUESTIONS } from './traits.ts';

/** One table of the finite set that an edition publishes. */
export type TableKey = { id: string; indicator: string; breakdown: Breakdown | null; wave: string; measure: Measure };

/** Types of question that each measure is made of. */
export const MEASURE_TYPES: Record<Measure, QuestionType[]> = {
  distribution: ['single', 'multiple'],
  classes: ['number'],
  quantiles: ['number'],
  mix: ['numbers'],
  amounts_by_item: ['numbers']
};

/** `2025.objectives`, `2025.objectives.by.lead_type`. */
export function tableId(wave: string, indicator: string, breakdown: Breakdown | null): string {
  return breakdown === null ? `${wave}.${indicator}` : `${wave}.${indicator}.by.${breakdown}`;
}

/**
 * Every table that can be published: each indicator whose question a wave asked and that may be published, whole and by
 * each of its breakdowns that the wave can give. In the order of indicators, then waves, then breakdowns.
 */
export function publishableTables(indicators: Indicator[], codebooks: Codebook[]): TableKey[] {
  return [...indicators]
    .sort((a, b) => a.page.localeCompare(b.page) || a.order - b.order || a.id.localeCompare(b.id))
    .flatMap((indicator) => codebooks.flatMap((codebook) => tablesOf(indicator, codebook)));
}

function tablesOf(indicator: Indicator, codebook: Codebook): TableKey[] {
  const may = (code: string): boolean => {
    const level = codebook.questions.find((each) => each.code === code)?.level;
    return level === 'open' || level === 'confidential';
  };
  const question = codebook.questions.find((each) => each.code === indicator.question);
  if (!question || !may(indicator.question) || !MEASURE_TYPES[indicator.measure].includes(question.type)) return [];
  // A question is not crossed with itself.
  const crossings = indicator.breakdowns.filter((breakdown) => {
    const from = TRAIT_QUESTIONS[breakdown];
    return from !== indicator.question && (from === undefined || breakdown === 'lead_type' || may(from));
  });
  return [null, ...crossings].map((breakdown) => ({
    id: tableId(codebook.wave, indicator.id, breakdown),
    indicator: indicator.id,
    breakdown,
    wave: codebook.wave,
    measure: indicator.measure
  }));
}
