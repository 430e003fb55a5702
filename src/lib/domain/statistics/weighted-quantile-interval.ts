import { requireLength } from './checks.ts';
import { degreesOfFreedom } from './design/degrees-of-freedom.ts';
import { designSize, type Design } from './design/design.ts';
import { designProportionInterval } from './design-proportion-interval.ts';
import { studentQuantile, tailOf } from './distributions.ts';
import { domainMean } from './domain-estimation.ts';
import type { Interval } from './interval.ts';
import { isPresent, type Maybe } from './present.ts';
import { scoreInterval } from './score-interval.ts';
import { weightedQuantile, type QuantileRule } from './weighted-quantile.ts';

/** A quantile over a design. Bounds are undefined when the sample is too small on that side. */
export type QuantileEstimate = {
  estimate: number;
  /** Width of the interval over twice the Student quantile; undefined when a bound is. */
  standardError: number | undefined;
  low: number | undefined;
  high: number | undefined;
  n: number;
  df: number;
};

/**
 * Weighted quantile with its interval, in the values' unit. Missing values leave the domain, not the design.
 *
 * `mean`, `beta`, `xlogit`, `asin` (Woodruff 1952): an interval for the share of units at or under the quantile, read back
 * on the values; `score` (Francisco and Fuller 1991): the values that a test does not reject. `df` defaults to that of the
 * domain. R: `svyquantile(~x, design, p, interval.type, qrule, na.rm = TRUE)` of `survey` ≥ 4.1.
 * Undefined without any value.
 * @example
 * weightedQuantileInterval({ values: [1, 2, 3, 4, 5, 6, 7, 8, 9], design: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1] }, p: 0.5 }).estimate // → 5
 * weightedQuantileInterval({ values: [1, 2, 3, 4, 5, 6, 7, 8, 9], design: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1] }, p: 0.5 }).low // → 2
 */
export function weightedQuantileInterval({
  values,
  design,
  p,
  rule = 'math',
  method = 'mean',
  level = 0.95,
  df: givenDf
}: {
  values: readonly Maybe<number>[];
  design: Design;
  p: number;
  rule?: QuantileRule;
  method?: 'mean' | 'beta' | 'xlogit' | 'asin' | 'score';
  level?: number;
  df?: number;
}): QuantileEstimate | undefined {
  requireLength(designSize(design), { values });
  const tail = tailOf(level);
  const domain = values.map(isPresent);
  const read = (share: number): number | undefined => weightedQuantile({ values, weights: design.weights, p: share, rule });
  const estimate = read(p);
  if (estimate === undefined) return undefined;
  const n = domain.filter(Boolean).length;
  const df = givenDf ?? degreesOfFreedom({ design, domain });
  const critical = df > 0 ? studentQuantile(1 - tail, df) : undefined;
  const shares = (): Partial<Interval> | undefined => {
    if (critical === undefined) return undefined;
    if (method === 'score') return scoreInterval({ values, design, p, critical });
    const under = domainMean({ design, values: values.map((value) => (isPresent(value) ? Number(value <= estimate) : undefined)) });
    return under && designProportionInterval({ ...under, n, df, method, level });
  };
  const { low: lowShare, high: highShare } = shares() ?? {};
  const low = lowShare === undefined || lowShare < 0 ? undefined : read(lowShare);
  const high = highShare === undefined || highShare > 1 ? undefined : read(highShare);
  const standardError =
    low === undefined || high === undefined || critical === undefined ? undefined : (high - low) / (2 * critical);
  return { estimate, standardError, low, high, n, df };
}
