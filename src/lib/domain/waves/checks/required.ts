import type { Finding } from '../finding.ts';
import { finding, wasAsked, type CheckInput } from './check.ts';

/** Required questions that were put to a respondent and have no answer. "Don't know" is one. */
export function checkRequired({ codebook, responses, locate }: CheckInput): Finding[] {
  return codebook.questions.flatMap((question) => {
    if (!question.required) return [];
    const column = locate(question.code);
    // Without a column the whole question is missing, which is said once.
    if (column === undefined) return [];
    return responses.flatMap(({ row, answers }) => {
      const state = answers[question.code]?.state ?? 'no_answer';
      return state === 'no_answer' && wasAsked(question, answers) ? [finding('required_blank', 'acknowledge', row, column, question)] : [];
    });
  });
}
