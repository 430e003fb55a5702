import { requireLength } from './checks.ts';
import { designOfRows } from './complete-rows.ts';
import type { Design } from './design/design.ts';
import { domainMean, type DesignEstimate } from './domain-estimation.ts';
import { isPresent, type Maybe } from './present.ts';

/** A mean of shares, and how many units were left out because their whole is 0: the share does not exist there. */
export type MeanOfShares = DesignEstimate & { wholeIsZero: number };

/**
 * Mean of each unit's share part/whole: "what does a typical caisse live on?", every unit counts the same. 0 to 1.
 *
 * Rows where part or whole is missing, or whole is 0, are left out. Without `design` the other rows are a simple random
 * sample of `N`; with one, they stay in the design. R: `svymean(~I(part / whole), design, na.rm = TRUE)`.
 * Not the share of totals: see `shareOfTotals`. Undefined when no share exists.
 * @example
 * meanOfShares({ parts: [10, 0], wholes: [20, 180] }).estimate // → 0.25
 * meanOfShares({ parts: [10, 0], wholes: [20, 0] }).wholeIsZero // → 1
 * meanOfShares({ parts: [1], wholes: [0] }) // → undefined
 */
export function meanOfShares({
  parts,
  wholes,
  design,
  N,
  domain
}: {
  parts: readonly Maybe<number>[];
  wholes: readonly Maybe<number>[];
  design?: Design;
  N?: number;
  domain?: readonly boolean[];
}): MeanOfShares | undefined {
  requireLength(parts.length, { wholes, domain });
  const shares = parts.map((part, row) => {
    const whole = wholes[row];
    return isPresent(part) && isPresent(whole) && whole !== 0 && (domain?.[row] ?? true) ? part / whole : undefined;
  });
  const wholeIsZero = parts.filter((part, row) => isPresent(part) && wholes[row] === 0 && (domain?.[row] ?? true)).length;
  const sample = designOfRows({ complete: shares.map(isPresent), design, N });
  const estimate = domainMean({ design: sample.design, values: sample.rows.map((row) => shares[row]) });
  return estimate && { ...estimate, wholeIsZero };
}
