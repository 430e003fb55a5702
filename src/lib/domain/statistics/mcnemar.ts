import { requireCount } from './checks.ts';
import { binomialCdf, normalCdf } from './distributions.ts';

/** Test that as many units went one way as the other. */
export type McNemar = {
  /** (|b − c| − 1)²/(b + c), the 1 left out without correction; undefined when nobody changed. */
  statistic: number | undefined;
  pValue: number;
  /** Two-sided binomial probability: the one to read when few changed. */
  exactPValue: number;
  /** (gained − lost)/n, the change of the share among the same units; undefined without `n`. */
  change: number | undefined;
};

/**
 * McNemar's test on two answers of the same units: `gained` went from no to yes, `lost` from yes to no, out of `n` pairs.
 *
 * R: `mcnemar.test(table, correct = continuity)` and `binom.test(gained, gained + lost)`. Both probabilities are 1 when nobody
 * changed. Also for two options of one multiple-choice question.
 * @example
 * mcnemar({ gained: 12, lost: 4, n: 30 }) // → { statistic: 3.0625, pValue: 0.0801183, exactPValue: 0.0768127, change: 0.2666667 }
 * mcnemar({ gained: 0, lost: 0 }) // → { statistic: undefined, pValue: 1, exactPValue: 1, change: undefined }
 */
export function mcnemar({
  gained,
  lost,
  n,
  continuity = true
}: {
  gained: number;
  lost: number;
  n?: number;
  continuity?: boolean;
}): McNemar {
  requireCount(gained, 'gained');
  requireCount(lost, 'lost');
  if (n !== undefined) requireCount(n - gained - lost, 'n - gained - lost');
  const change = n ? (gained - lost) / n : undefined;
  const changed = gained + lost;
  if (changed === 0) return { statistic: undefined, pValue: 1, exactPValue: 1, change };
  const gap = Math.abs(gained - lost);
  // As R does: the correction never turns a gap of 0 into one of 1.
  const statistic = (gap - (continuity && gap > 0 ? 1 : 0)) ** 2 / changed;
  // A chi-squared of one degree of freedom is the square of a normal.
  const pValue = 2 * normalCdf(-Math.sqrt(statistic));
  const exactPValue = Math.min(1, 2 * binomialCdf(Math.min(gained, lost), changed, 0.5));
  return { statistic, pValue, exactPValue, change };
}

/**
 * Counts how the same units moved between two yes/no answers, for `mcnemar`. Pairs with a missing answer are left out.
 * @example
 * moves([true, false, true, undefined], [true, true, false, true]) // → { gained: 1, lost: 1, n: 3 }
 */
export function moves(
  before: readonly (boolean | undefined)[],
  after: readonly (boolean | undefined)[]
): { gained: number; lost: number; n: number } {
  let gained = 0;
  let lost = 0;
  let n = 0;
  before.forEach((was, i) => {
    const is = after[i];
    if (was === undefined || is === undefined) return;
    n += 1;
    if (is && !was) gained += 1;
    if (was && !is) lost += 1;
  });
  return { gained, lost, n };
}
