import type { Finding } from '../finding.ts';
import { answerLookup, finding, type CheckInput } from './check.ts';

const EPSILON = 1e-9;

/**
 * Parts that should add up, some of them blank. A blank is not a zero: when the others reach the total the reader is told,
 * when they do not an editor must look. Complete answers are checked while they are read.
 */
export function checkPartialSums(input: CheckInput): Finding[] {
  const { codebook, responses, locate } = input;
  const answerOf = answerLookup(input);
  const found: Finding[] = [];
  for (const question of codebook.questions) {
    const { sum, options } = question;
    if (!sum || !options) continue;
    for (const [at, { row }] of responses.entries()) {
      const answer = answerOf(at, question.code);
      if (answer?.state !== 'answered' || answer.type !== 'numbers') continue;
      const blanks = options.filter((option) => answer.numbers[option.code] === undefined);
      if (blanks.length === 0 || blanks.length === options.length) continue;
      const total = Object.values(answer.numbers).reduce((all, number) => all + number, 0);
      if (total > sum.total + sum.tolerance + EPSILON) continue;
      const reached = Math.abs(total - sum.total) <= sum.tolerance + EPSILON;
      const details = { blank: blanks.map((option) => option.label.fr).join(', '), sum: Number(total.toFixed(6)), total: sum.total };
      const column = locate(question.code, blanks[0]?.code) ?? locate(question.code);
      found.push(finding(reached ? 'part_blank' : 'part_blank_short', reached ? 'information' : 'acknowledge', row, column, question, { details }));
    }
  }
  return found;
}
