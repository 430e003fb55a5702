import type { Design } from './design/design.ts';
import { domainMean } from './domain-estimation.ts';
import type { Interval } from './interval.ts';
import { isPresent, type Maybe } from './present.ts';
import { quantile } from './quantile.ts';

/**
 * Shares between which a score test does not reject that the quantile of probability `p` lies there. 0 to 1.
 *
 * For a value θ, t(θ) = (share of units above θ − (1 − p)) / its standard error; the bounds are where t crosses ±`critical`,
 * between min + IQR/100 and max − IQR/100. Where t jumps over it, the nearer side is taken, and the share is the unweighted
 * one of the values at or under it: both as `survey` 4.1-1 does (Francisco and Fuller 1991). A bound is missing when t
 * does not cross.
 * @example
 * scoreInterval({ values: [1, 2, 3, 4, 5, 6, 7, 8, 9], design: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1] }, p: 0.5, critical: 2.306 }) // → { low: 0.2222222, high: 0.7777778 }
 */
export function scoreInterval({
  values,
  design,
  p,
  critical
}: {
  values: readonly Maybe<number>[];
  design: Design;
  p: number;
  critical: number;
}): Partial<Interval> {
  // As R does: a calibrated design keeps the rows without a value, as zeros, in what is not weighted.
  const seen = design.calibration ? values.map((value) => (isPresent(value) ? value : 0)) : values.filter(isPresent);
  const sorted = [...seen].sort((a, b) => a - b);
  const spread = (quantile(sorted, 0.75)! - quantile(sorted, 0.25)!) / 100;
  const from = sorted[0]! + spread;
  const to = sorted.at(-1)! - spread;
  const candidates = [from, ...new Set(sorted.filter((value) => value > from && value < to)), to];
  const scores = candidates.map((theta) => {
    const above = values.map((value) => (isPresent(value) ? Number(value > theta) - (1 - p) : undefined));
    const estimate = domainMean({ design, values: above });
    return estimate?.standardError ? estimate.estimate / estimate.standardError : undefined;
  });
  const shareAt = (limit: number): number | undefined => {
    const distance = (i: number): number => (scores[i] ?? NaN) - limit;
    for (let i = 1; i < candidates.length; i++) {
      if (!(distance(i - 1) > 0 && distance(i) <= 0)) continue;
      const side = Math.abs(distance(i)) <= Math.abs(distance(i - 1)) ? i : i - 1;
      return sorted.filter((value) => value <= candidates[side]!).length / sorted.length;
    }
    return undefined;
  };
  return { low: shareAt(critical), high: shareAt(-critical) };
}
