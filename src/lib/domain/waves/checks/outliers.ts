import { deviation } from 'd3-array';
import type { Question } from '../../questionnaire/codebook.ts';
import type { Finding } from '../finding.ts';
import type { Answer } from '../response.ts';
import { answerLookup, finding, type CheckedResponse, type CheckInput } from './check.ts';

/** Answers of the wave before, by initiative. */
export type Earlier = { wave: string; questions: { code: string; unit?: string | undefined }[]; answers: Map<string, CheckedResponse['answers']> };

/** More than this many times the answer of the wave before, or less than one in as many, is looked at. */
const FACTOR = 5;
/** Distance to the median of the logarithms, in robust standard deviations, beyond which a number stands alone in its wave. */
const FAR = 4;
const ENOUGH = 8;
/** Standard deviation of a normal law over its median absolute deviation. */
const MAD_TO_SD = 1.4826;
/** Interquartile range of a normal law of standard deviation 1. */
const IQR_TO_SD = 1.349;

function numberOf(answer: Answer | undefined): number | undefined {
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
export function checkAgainstEarlier(input: CheckInput, earlier: Earlier): Finding[] {
  const { codebook, responses, locate } = input;
  const answerOf = answerLookup(input);
  return codebook.questions.flatMap((question) => {
    const code = question.type === 'number' ? before(question, earlier) : undefined;
    if (code === undefined) return [];
    return responses.flatMap(({ row, initiative }, at) => {
      const now = numberOf(answerOf(at, question.code));
      const then = initiative === undefined ? undefined : numberOf(earlier.answers.get(initiative)?.[code]);
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
export function checkWithinWave(input: CheckInput): Finding[] {
  const { codebook, responses, locate } = input;
  const answerOf = answerLookup(input);
  const found: Finding[] = [];
  for (const question of codebook.questions) {
    if (question.type !== 'number') continue;
    // A hundred thousand answers are sorted as plain numbers, without an object each.
    const all = new Float64Array(responses.length);
    for (let at = 0; at < all.length; at++) all[at] = logOf(answerOf(at, question.code));
    const logs = all.filter((log) => !Number.isNaN(log)).sort();
    if (logs.length < ENOUGH) continue;
    const middle = quantileOf(logs, 0.5);
    const spread = robustSpread(logs, middle);
    if (spread === 0) continue;
    const typical = Number((10 ** middle).toPrecision(3));
    for (const [at, log] of all.entries()) {
      if (!(Math.abs(log - middle) > FAR * spread)) continue;
      const number = numberOf(answerOf(at, question.code));
      found.push(finding('far_from_others', 'information', responses[at]!.row, locate(question.code), question, { value: String(number), details: { median: typical } }));
    }
  }
  return found;
}

/** Decimal logarithm of a positive answer; NaN otherwise. */
function logOf(answer: Answer | undefined): number {
  const number = numberOf(answer);
  return number !== undefined && number > 0 ? Math.log10(number) : Number.NaN;
}

function robustSpread(sorted: Float64Array, middle: number): number {
  const mad = quantileOf(sorted.map((log) => Math.abs(log - middle)).sort(), 0.5);
  return mad * MAD_TO_SD || (quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25)) / IQR_TO_SD || (deviation(sorted) ?? 0);
}

/** Quantile of sorted numbers, linear between two of them (R type 7). */
function quantileOf(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}
