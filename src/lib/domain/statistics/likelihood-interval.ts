import type { Interval } from './interval.ts';

/**
 * Shares whose binomial deviance from `p`, for a sample of `effectiveSize` units, is at most `deviance`. 0 to 1.
 *
 * With n* = p(1 − p)/V and the squared Student quantile this is the scaled likelihood interval of Rao and Scott (1984).
 * R: `confint(svyglm(y ~ 1, family = quasibinomial), method = "likelihood")`, back on the share scale.
 * @example
 * likelihoodInterval({ p: 0.5, effectiveSize: 20, deviance: 3.841459 }) // → { low: 0.290637, high: 0.709363 }
 */
export function likelihoodInterval({
  p,
  effectiveSize,
  deviance
}: {
  p: number;
  effectiveSize: number;
  deviance: number;
}): Interval {
  const part = (observed: number, expected: number): number => (observed === 0 ? 0 : observed * Math.log(observed / expected));
  const beyond = (share: number): boolean => 2 * effectiveSize * (part(p, share) + part(1 - p, 1 - share)) > deviance;
  return { low: border(p, 0, beyond), high: border(p, 1, beyond) };
}

/** Where a condition that is false at `inside` and true at `outside` changes, by halving down to the last bit. */
function border(inside: number, outside: number, beyond: (x: number) => boolean): number {
  if (!beyond(outside)) return outside;
  for (let step = 0; step < 200; step++) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break;
    if (beyond(middle)) outside = middle;
    else inside = middle;
  }
  return inside;
}
