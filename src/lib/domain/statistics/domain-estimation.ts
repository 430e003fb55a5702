import { requireLength } from './checks.ts';
import { degreesOfFreedom } from './design/degrees-of-freedom.ts';
import { designSize, type Design } from './design/design.ts';
import { designVariance } from './design/variance.ts';
import type { Estimate } from './interval.ts';
import { isPresent, type Maybe } from './present.ts';

/** An estimate over a design. `n` units enter it; `df` are the degrees of freedom of the whole design. */
export type DesignEstimate = Estimate & { n: number; df: number };

/** Values over a design, one per unit; `domain` keeps a part of the units. Missing values leave the domain, not the design. */
export type DomainValues = { design: Design; values: readonly Maybe<number>[]; domain?: readonly boolean[] };

/**
 * Ratio Σwy/Σwx over a domain, linearised: u = (y − R·x)/Σwx. Unit of y over unit of x.
 *
 * Units where either is missing, and those outside `domain`, count 0 in the variance and stay in the design.
 * R: `svyratio(~y, ~x, subset(design, domain), na.rm = TRUE)`. Undefined when Σwx = 0 or nobody is in the domain.
 * @example
 * domainRatio({ design: { weights: [1, 1, 1] }, numerators: [1, 2, 3], denominators: [2, 2, 4] }) // → { estimate: 0.75, standardError: 0.1082532, n: 3, df: 2 }
 */
export function domainRatio({
  design,
  numerators,
  denominators,
  domain
}: {
  design: Design;
  numerators: readonly Maybe<number>[];
  denominators: readonly Maybe<number>[];
  domain?: readonly boolean[];
}): DesignEstimate | undefined {
  const size = designSize(design);
  requireLength(size, { numerators, denominators, domain });
  const inside = (unit: number): boolean =>
    (!domain || domain[unit]!) && isPresent(numerators[unit]) && isPresent(denominators[unit]);
  let numerator = 0;
  let denominator = 0;
  let n = 0;
  for (let unit = 0; unit < size; unit++) {
    if (!inside(unit)) continue;
    n += 1;
    numerator += design.weights[unit]! * numerators[unit]!;
    denominator += design.weights[unit]! * denominators[unit]!;
  }
  if (n === 0 || denominator === 0) return undefined;
  const estimate = numerator / denominator;
  const influence = design.weights.map((_, unit) =>
    inside(unit) ? (numerators[unit]! - estimate * denominators[unit]!) / denominator : 0
  );
  return { estimate, standardError: root(designVariance({ design, influence })), n, df: degreesOfFreedom({ design }) };
}

/**
 * Mean (of 0 and 1: proportion) over a domain, in the values' unit.
 *
 * R: `svymean(~y, subset(design, domain), na.rm = TRUE)`; the variance keeps the whole design. Undefined for an empty domain.
 * @example
 * domainMean({ design: { weights: [2, 2, 2, 2] }, values: [1, 0, 1, undefined] }) // → { estimate: 0.6666667, standardError: 0.3142697, n: 3, df: 3 }
 * domainMean({ design: { weights: [1, 1] }, values: [undefined, undefined] }) // → undefined
 */
export function domainMean({ design, values, domain }: DomainValues): DesignEstimate | undefined {
  return domainRatio({ design, numerators: values, denominators: values.map(() => 1), domain });
}

/**
 * Total over a domain, in the values' unit: the expansion of those who answered, not of those who did not.
 *
 * R: `svytotal(~y, subset(design, domain), na.rm = TRUE)`. Undefined when no value is there.
 * @example
 * domainTotal({ design: { weights: [2, 2] }, values: [1, 3] }) // → { estimate: 8, standardError: 4, n: 2, df: 1 }
 */
export function domainTotal({ design, values, domain }: DomainValues): DesignEstimate | undefined {
  const size = designSize(design);
  requireLength(size, { values, domain });
  let n = 0;
  const influence = values.map((value, unit) => {
    if ((domain && !domain[unit]) || !isPresent(value)) return 0;
    n += 1;
    return value;
  });
  if (n === 0) return undefined;
  const estimate = influence.reduce((sum, value, unit) => sum + value * design.weights[unit]!, 0);
  return { estimate, standardError: root(designVariance({ design, influence })), n, df: degreesOfFreedom({ design }) };
}

/**
 * Means by group of a classification: one domain per group. Groups without any value are left out.
 *
 * R: `svyby(~y, ~group, design, svymean, na.rm = TRUE)`. Units without a group belong to none.
 * @example
 * meanByGroup({ design: { weights: [1, 1, 1] }, values: [1, 3, 5], groups: ['a', 'a', 'b'] }).get('a').estimate // → 2
 */
export function meanByGroup({
  design,
  values,
  groups
}: {
  design: Design;
  values: readonly Maybe<number>[];
  groups: readonly Maybe<string>[];
}): Map<string, DesignEstimate> {
  requireLength(designSize(design), { values, groups });
  const means = new Map<string, DesignEstimate>();
  for (const group of new Set(groups)) {
    if (group === undefined || group === null) continue;
    const estimate = domainMean({ design, values, domain: groups.map((label) => label === group) });
    if (estimate) means.set(group, estimate);
  }
  return means;
}

function root(variance: number | undefined): number | undefined {
  return variance === undefined ? undefined : Math.sqrt(Math.max(0, variance));
}
