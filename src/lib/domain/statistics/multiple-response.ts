import { share, type Share } from './share.ts';
import type { Maybe } from './present.ts';

/** One option of a multiple-choice question. */
export type MultipleResponseRow = {
  option: string;
  /** Respondents who ticked it. */
  count: number;
  /** Base: those who answered the question, none ticked included. The shares add up to more than 1. */
  ofRespondents: Share | undefined;
  /** Base: all ticks. The shares add up to 1. */
  ofMentions: Share | undefined;
};

export type MultipleResponse = {
  /** Those who answered the question, none ticked included; a skipped question is not in it. */
  respondents: number;
  mentions: number;
  /** Those who answered and ticked nothing. */
  none: number;
  skipped: number;
  rows: MultipleResponseRow[];
};

/**
 * Counts of a multiple-choice question on both of its bases: respondents (by default) and mentions.
 *
 * `answers` has one entry per person asked: the ticked options, [] when none is, undefined when the question was skipped.
 * An option ticked twice by one person counts once; ticks outside `options` do not count. SPSS: MULT RESPONSE, "percent of
 * cases" and "percent of responses". R: `colMeans(x)` and `colSums(x) / sum(x)`.
 * @example
 * multipleResponse({ answers: [['a', 'b'], ['a'], [], undefined], options: ['a', 'b'] }).respondents // → 3
 * multipleResponse({ answers: [['a', 'b'], ['a'], [], undefined], options: ['a', 'b'] }).rows[0].ofRespondents.value // → 0.6666667
 * multipleResponse({ answers: [['a', 'b'], ['a'], [], undefined], options: ['a', 'b'] }).rows[0].ofMentions.value // → 0.6666667
 * multipleResponse({ answers: [undefined], options: ['a'] }).rows[0].ofRespondents // → undefined
 */
export function multipleResponse({
  answers,
  options
}: {
  answers: readonly Maybe<readonly string[]>[];
  options: readonly string[];
}): MultipleResponse {
  const known = new Set(options);
  const ticked = answers
    .filter((answer) => answer !== undefined && answer !== null)
    .map((answer) => new Set(answer.filter((option) => known.has(option))));
  const respondents = ticked.length;
  const mentions = ticked.reduce((sum, ticks) => sum + ticks.size, 0);
  const rows = options.map((option) => {
    const count = ticked.filter((ticks) => ticks.has(option)).length;
    return {
      option,
      count,
      ofRespondents: share({ numerator: count, base: respondents, kind: 'answered' }),
      ofMentions: share({ numerator: count, base: mentions, kind: 'mentions' })
    };
  });
  const none = ticked.filter((ticks) => ticks.size === 0).length;
  return { respondents, mentions, none, skipped: answers.length - respondents, rows };
}
