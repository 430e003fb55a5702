import type { Question } from '../questionnaire/codebook.ts';
import type { Response } from '../waves/response.ts';
import type { Indicator } from './definition.ts';
import { inClass } from './number-class.ts';

/** What one respondent brings to an indicator. Undefined: not in the base of those who answered. */
export type Contribution = {
  /** Rows it counts in. */
  rows: string[];
  /** Value per row (amounts; shares 0–1). */
  values?: Record<string, number>;
  /** The number itself. */
  number?: number;
};

/** Whether the question was shown to the respondent and applies to it. */
export function wasAsked(response: Response, question: Question): boolean {
  const answer = response.answers[question.code];
  return answer !== undefined && answer.state !== 'not_asked' && answer.state !== 'not_applicable';
}

/**
 * What a response brings to an indicator. "Don't know" is an answer where the question offers it, and nothing elsewhere.
 * @throws Error when an option is not in the codebook: a tick must never vanish from a total.
 */
export function contribution(response: Response, question: Question, indicator: Indicator): Contribution | undefined {
  const answer = response.answers[question.code];
  if (!answer) return undefined;
  if (answer.state === 'dont_know' && indicator.measure === 'distribution') {
    const option = question.options?.find((each) => each.dontKnow);
    return option && { rows: [option.code] };
  }
  if (answer.state !== 'answered') return undefined;
  switch (indicator.measure) {
    case 'distribution': {
      if (answer.type === 'single') return { rows: known([answer.option], question) };
      if (answer.type === 'multiple') return { rows: known([...new Set(answer.options)], question) };
      return undefined;
    }
    case 'classes': {
      if (answer.type !== 'number') return undefined;
      const found = indicator.classes?.find((each) => inClass(answer.number, each));
      if (!found) throw new Error(`${indicator.id}: ${answer.number} lies in no class`);
      return { rows: [found.code] };
    }
    case 'quantiles':
      return answer.type === 'number' ? { rows: [], number: answer.number } : undefined;
    case 'amounts_by_item': {
      if (answer.type !== 'numbers' || Object.keys(answer.numbers).length === 0) return undefined;
      const codes = known(Object.keys(answer.numbers), question);
      return { rows: codes.filter((code) => (answer.numbers[code] ?? 0) > 0), values: answer.numbers };
    }
    case 'mix':
      return answer.type === 'numbers' ? mixOf(answer.numbers, question) : undefined;
  }
}

/** The parts of a whole mix, 0–1; undefined when a line is missing or the parts do not add up: it is not rescaled in silence. */
function mixOf(numbers: Record<string, number>, question: Question): Contribution | undefined {
  const codes = (question.options ?? []).map((option) => option.code);
  const { total, tolerance } = question.sum ?? { total: 100, tolerance: 1 };
  if (!codes.every((code) => code in numbers)) return undefined;
  const sum = codes.reduce((all, code) => all + (numbers[code] ?? 0), 0);
  if (Math.abs(sum - total) > tolerance + 1e-9) return undefined;
  const values = Object.fromEntries(codes.map((code) => [code, (numbers[code] ?? 0) / total]));
  return { rows: codes.filter((code) => (values[code] ?? 0) > 0), values };
}

function known(codes: string[], question: Question): string[] {
  for (const code of codes) {
    if (!question.options?.some((option) => option.code === code)) throw new Error(`Question ${question.code} has no option ${code}`);
  }
  return codes;
}
