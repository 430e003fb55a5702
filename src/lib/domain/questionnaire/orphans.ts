import type { Answer } from '../waves/response.ts';
import type { Response } from '../waves/response.ts';
import type { Codebook, Question } from './codebook.ts';

/** Answers that a questionnaire has no place for: of a question that is not in it, of an option that is not, or of another type. */
export type Orphan = { question: string; option?: string; answers: number; /** Row of the deposited file of the first of them. */ row: number };

/**
 * What a questionnaire would leave without a place among the answers given, in the order in which it is met. Empty when every answer stands
 * under a question of its type and under options that are in it.
 */
export function orphans({ questions }: Pick<Codebook, 'questions'>, responses: readonly Response[]): Orphan[] {
  const known = new Map(questions.map((question) => [question.code, { question, codes: new Set([...(question.options ?? []), ...(question.scale ?? [])].map(({ code }) => code)) }]));
  const found = new Map<string, Orphan>();
  const add = (question: string, row: number, option?: string): void => {
    const key = `${question} ${option ?? ''}`;
    const before = found.get(key);
    if (before) before.answers += 1;
    else found.set(key, { question, row, answers: 1, ...(option === undefined ? {} : { option }) });
  };
  for (const { row, answers } of responses) {
    for (const [code, answer] of Object.entries(answers)) {
      if (answer.state !== 'answered') continue;
      const place = known.get(code);
      if (!place || !fits(place.question, answer)) add(code, row);
      else for (const option of chosen(answer)) if (!place.codes.has(option)) add(code, row, option);
    }
  }
  return [...found.values()];
}

type Answered = Extract<Answer, { state: 'answered' }>;

function fits(question: Question, answer: Answered): boolean {
  return question.type === answer.type;
}

function chosen(answer: Answered): string[] {
  switch (answer.type) {
    case 'single':
      return [answer.option];
    case 'multiple':
      return answer.options;
    case 'numbers':
      return Object.keys(answer.numbers);
    case 'grid':
      return [...Object.keys(answer.rows), ...Object.values(answer.rows)];
    default:
      return [];
  }
}
