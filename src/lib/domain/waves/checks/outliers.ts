import { deviation, median, quantile } from 'd3-array';
import type { Question } from '../../questionnaire/codebook.ts';
import type { Finding } from '../finding.ts';
import { finding, type CheckedResponse, type CheckInput } from './check.ts';

/** Answers of the wave before, by initiative. */
export type Earlier = { wave: string; questions: { code: string; unit?: string | undefined }[]; answers: Map<string, CheckedResponse['answers']> };

/** More than this many times the answer of the wave before, or less than one in as many, is looked at. */
const FACTOR = 5;
/** Distance to the median of the logarithms, in robust standard deviations, beyond which a number stands alone in its wave. */
const FAR = 4;
const ENOUGH = 8;
/** Standard deviation of a normal law over its median absolute deviation. */
const MAD_TO_SD = 1.4826;

function numberOf(answers: CheckedResponse['answers'] | undefined, code: string): number | undefined {
  const answer = answers?.[code];
  return answer?.state === 'answered' && answer.type === 'number' ? answer.number : undefined;
}

/** Code of the same question in the wave before, when the two may be compared. */
function before(question: Question, earlier: Earlier): string | undefined {
  const link = question.crosswalk?.find(({ wave }) => wave === earlier.wave);
  const code = link ? (link.comparable && link.questions.length === 1 ? link.questions[0] : undefined) : undefined;
  const known = earlier.questions.find((other) => other.code === code);
  // People and households, or a year and a total, differ by a factor without anything being wrong.
  return known && known.unit === question.unit ? code : undefined;
}

/** Numbers over five times what the same initiative answered in the wave before, or under a fifth of it. Zeros are left out. */
export function checkAgainstEarlier({ codebook, responses, locate }: CheckInput, earlier: Earlier): Finding[] {
  return codebook.questions.flatMap((question) => {
    const code = question.type === 'number' ? before(question, earlier) : undefined;
    if (code === undefined) return [];
    return responses.flatMap(({ row, initiative, answers }) => {
      const now = numberOf(answers, question.code);
      const then = initiative === undefined ? undefined : numberOf(earlier.answers.get(initiative), code);
      if (!now || !then || now <= 0 || then <= 0) return [];
      const factor = now / then;
      if (factor <= FACTOR && factor >= 1 / FACTOR) return [];
      const details = { wave: earlier.wave, before: then, factor: Number((factor >= 1 ? factor : 1 / factor).toFixed(1)), direction: factor >= 1 ? '×' : '÷' };
      return [finding('far_from_earlier', 'acknowledge', row, locate(question.code), question, { value: String(now), details })];
    });
  });
}

/**
 * Numbers that stand alone in their wave: their logarithm is more than four robust standard deviations (median absolute
 * deviation × 1.4826, or the interquartile range when half of the answers are equal) from the median. Told only: the
 * largest initiative is no mistake.
 */
export function checkWithinWave({ codebook, responses, locate }: CheckInput): Finding[] {
  return codebook.questions.flatMap((question) => {
    if (question.type !== 'number') return [];
    const logs = responses.flatMap(({ row, answers }) => {
      const number = numberOf(answers, question.code);
      return number !== undefined && number > 0 ? [{ row, number, log: Math.log10(number) }] : [];
    });
    if (logs.length < ENOUGH) return [];
    const values = logs.map(({ log }) => log);
    const middle = median(values) ?? 0;
    const spread = (median(values.map((value) => Math.abs(value - middle))) ?? 0) * MAD_TO_SD || ((quantile(values, 0.75) ?? 0) - (quantile(values, 0.25) ?? 0)) / 1.349 || (deviation(values) ?? 0);
    if (spread === 0) return [];
    const typical = Number((10 ** middle).toPrecision(3));
    return logs
      .filter(({ log }) => Math.abs(log - middle) > FAR * spread)
      .map(({ row, number }) => finding('far_from_others', 'information', row, locate(question.code), question, { value: String(number), details: { median: typical } }));
  });
}
