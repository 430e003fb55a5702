import type { Codebook, Question } from '../../domain/questionnaire/codebook.ts';
import type { Answer } from '../../domain/waves/response.ts';
import { missing } from './context.ts';
import type { Collector } from './collector.ts';

/**
 * Filters of the questionnaire: a blank answer to a question that was not shown becomes "not asked"; an answer that should not be
 * there is pointed out. Changes `answers` in place.
 */
export function applyFilters(codebook: Codebook, answers: Record<string, Answer>, row: number, firstColumn: (question: string) => number | undefined, collector: Collector): void {
  for (const question of codebook.questions) {
    if (!question.askedIf) continue;
    const answer = answers[question.code];
    if (!answer) continue;
    const shown = wasShown(question, answers);
    if (!shown && answer.state === 'no_answer') answers[question.code] = missing('not_asked');
    else if (!shown && answer.state === 'answered' && !isEmpty(answer)) {
      const column = firstColumn(question.code);
      collector.add('answered_though_not_asked', 'acknowledge', { row, ...(column !== undefined ? { column } : {}) }, undefined, { question: question.code, condition: `${question.askedIf.question} = ${question.askedIf.anyOf.join(' | ')}` });
    }
  }
}

function wasShown(question: Question, answers: Record<string, Answer>): boolean {
  const { question: parent, anyOf } = question.askedIf!;
  const answer = answers[parent];
  if (answer?.state !== 'answered') return false;
  if (answer.type === 'single') return anyOf.includes(answer.option);
  return answer.type === 'multiple' && answer.options.some((option) => anyOf.includes(option));
}

function isEmpty(answer: Answer): boolean {
  return answer.state === 'answered' && answer.type === 'multiple' && answer.options.length === 0;
}
