import type { Finding } from '../finding.ts';
import { answerLookup, finding, wasAsked, type CheckInput } from './check.ts';

/** Required questions that were put to a respondent and have no answer. "Don't know" is one. */
export function checkRequired(input: CheckInput): Finding[] {
  const { codebook, responses, locate } = input;
  const answerOf = answerLookup(input);
  return codebook.questions.flatMap((question) => {
    if (!question.required) return [];
    const column = locate(question.code);
    // Without a column the whole question is missing, which is said once.
    if (column === undefined) return [];
    return responses.flatMap(({ row }, at) => {
      const state = answerOf(at, question.code)?.state ?? 'no_answer';
      return state === 'no_answer' && wasAsked(question, (code) => answerOf(at, code)) ? [finding('required_blank', 'acknowledge', row, column, question)] : [];
    });
  });
}
