import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import type { AnswerFact, CensusFact } from './published-figures.ts';

/** What the product understood of one response, as plain values to compare with what was published. */
export function answerFact(answers: Record<string, Answer>): AnswerFact {
  const fact: AnswerFact = {};
  for (const [code, answer] of Object.entries(answers)) {
    if (answer.state !== 'answered') continue;
    if (code === 'lead_type' && answer.type === 'single') fact.lead = answer.option;
    if (code === 'participants' && answer.type === 'number') fact.participants = answer.number;
    if (code === 'objectives' && answer.type === 'multiple') fact.objectives = answer.options;
    if (code === 'annual_budget' && answer.type === 'number') fact.annualBudget = answer.number;
    if (code === 'funding_amounts' && answer.type === 'numbers') fact.amounts = answer.numbers;
    if (code === 'funding_mix' && answer.type === 'numbers') {
      const { self, private: privately, public: publicly } = answer.numbers;
      if (self !== undefined && privately !== undefined && publicly !== undefined) fact.mix = { self, private: privately, public: publicly };
    }
  }
  return fact;
}

/** What the product knows of one initiative, by its seat. */
export function censusFact(initiative: Initiative): CensusFact {
  return { kind: initiative.kind, region: initiative.places[0]?.region ?? '?', ...(initiative.startedOn ? { startedOn: initiative.startedOn } : {}) };
}
