import type { Codebook, Question } from '../../questionnaire/codebook.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import type { Answer } from '../response.ts';

/** A response as it is checked: `initiative` when the row is matched. */
export type CheckedResponse = { row: number; initiative?: string; answers: Record<string, Answer | undefined> };

/** Where the answers stand: first column of a question, or of one of its options (1-based). */
export type Locate = (question: string, option?: string) => number | undefined;

/** What every check reads. `question` is of `codebook`. */
export type CheckInput = {
  codebook: Codebook;
  responses: CheckedResponse[];
  locate: Locate;
  /** One answer of response number `at`; left out: looked up in its answers. */
  answerOf?: (at: number, question: string) => Answer | undefined;
};

/** How checks look one answer up: those of a response are not put together for one of them. */
export function answerLookup({ responses, answerOf }: Pick<CheckInput, 'responses' | 'answerOf'>): (at: number, question: string) => Answer | undefined {
  return answerOf ?? ((at, question) => responses[at]?.answers[question]);
}

/** Puts a finding together; absent places are left out. */
export function finding(code: string, level: FindingLevel, row: number, column: number | undefined, question: Question, rest: { value?: string; details?: Record<string, string | number> } = {}): Finding {
  return {
    code,
    level,
    where: { row, ...(column === undefined ? {} : { column }) },
    ...(rest.value === undefined ? {} : { value: rest.value }),
    details: { question: question.code, label: question.label.fr, ...rest.details }
  };
}

/** Whether a question was put to a respondent, by the filter of the questionnaire. */
export function wasAsked(question: Question, answer: (question: string) => Answer | undefined): boolean {
  if (!question.askedIf) return true;
  const parent = answer(question.askedIf.question);
  if (parent?.state !== 'answered') return false;
  const { anyOf } = question.askedIf;
  if (parent.type === 'single') return anyOf.includes(parent.option);
  return parent.type === 'multiple' && parent.options.some((option) => anyOf.includes(option));
}
