import { requireLength } from './checks.ts';
import { designOfRows } from './complete-rows.ts';
import type { Design } from './design/design.ts';
import { domainRatio, type DesignEstimate } from './domain-estimation.ts';
import { isPresent, type Maybe } from './present.ts';

/**
 * Share of totals Σw·part / Σw·whole: "who pays?", every euro counts the same. 0 to 1 when parts are parts of wholes.
 *
 * Linearised variance (Cochran 1977, ch. 6), bias of order 1/n. Rows where part or whole is missing are left out of both
 * sums. Without `design` the complete rows are a simple random sample of `N`; with one, missing rows stay in the design.
 * R: `svyratio(~part, ~whole, design)`. Not the mean of shares: see `meanOfShares`. Undefined when the wholes sum to 0.
 * @example
 * shareOfTotals({ parts: [10, 90], wholes: [100, 100] }).estimate // → 0.5
 * shareOfTotals({ parts: [10, 0], wholes: [20, 180] }).estimate // → 0.05
 * shareOfTotals({ parts: [], wholes: [] }) // → undefined
 */
export function shareOfTotals({
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
}): DesignEstimate | undefined {
  requireLength(parts.length, { wholes, domain });
  const complete = parts.map((part, row) => isPresent(part) && isPresent(wholes[row]) && (domain?.[row] ?? true));
  const sample = designOfRows({ complete, design, N });
  return domainRatio({
    design: sample.design,
    numerators: sample.rows.map((row) => parts[row]),
    denominators: sample.rows.map((row) => wholes[row]),
    domain: sample.rows.map((row) => complete[row]!)
  });
}
