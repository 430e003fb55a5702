import { cubicSpline } from './cubic-spline.ts';
import { normalCdf, studentQuantile } from './distributions.ts';
import { interpolate } from './interpolate.ts';
import type { Interval } from './interval.ts';

/**
 * Scaled likelihood interval of Rao and Scott (1984) for a proportion over a design. Shares, 0 to 1.
 *
 * The shares whose binomial deviance from `p`, over its dispersion n/(n − 1), is at most t²·V/V₀, where V is the variance
 * over the design, V₀ that of n independent units and t = `critical`. Read on an interpolated profile of the log-odds,
 * with R's steps and grid, which moves the bounds by less than 1e-4.
 * R: `svyciprop(method = "likelihood")`, that is `confint(svyglm(y ~ 1, family = quasibinomial), method = "likelihood")`.
 * `p` strictly between 0 and 1, `standardError` > 0, `n` ≥ 2. Undefined when the profile does not reach the bounds.
 * @example
 * likelihoodInterval({ p: 0.5, standardError: 0.1, n: 26, critical: 2.059539 }) // → { low: 0.2988964, high: 0.7011036 }
 */
export function likelihoodInterval({
  p,
  standardError,
  n,
  critical
}: {
  p: number;
  standardError: number;
  n: number;
  critical: number;
}): Interval | undefined {
  const scale = (standardError / Math.sqrt((p * (1 - p)) / n)) * critical;
  const rest = normalCdf(-scale);
  const reach = studentQuantile(1 - rest / 4, n - 1);
  const centre = Math.log(p / (1 - p));
  const step = (reach / 5) * (standardError / (p * (1 - p)));
  const root = (share: number): number => Math.sqrt((2 * (n - 1) * divergence(p, share)));
  const side = (sign: 1 | -1): [logOdds: number, z: number][] => {
    const points: [number, number][] = [];
    for (let k = 1; k < 10 && Math.abs(points.at(-1)?.[1] ?? 0) < reach; k++) {
      const logOdds = centre + sign * k * step;
      points.push([logOdds, sign * root(expit(logOdds))]);
    }
    return points;
  };
  const profile = [...side(-1).reverse(), [centre, 0] as const, ...side(1)];
  const from = profile[0]![0];
  const to = profile.at(-1)![0];
  const spline = cubicSpline(profile.map(([x]) => x), profile.map(([, z]) => z));
  const points = 3 * profile.length;
  const grid = Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
  const curve = grid.map(spline);
  const low = interpolate(curve, grid, -scale);
  const high = interpolate(curve, grid, scale);
  return low === undefined || high === undefined ? undefined : { low: expit(low), high: expit(high) };
}

/** Kullback and Leibler's divergence of two shares: half a deviance per unit. */
function divergence(p: number, share: number): number {
  return p * Math.log(p / share) + (1 - p) * Math.log((1 - p) / (1 - share));
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
