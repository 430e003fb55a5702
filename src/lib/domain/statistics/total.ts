import { requireLength } from './checks.ts';
import type { Design } from './design/design.ts';
import { simpleRandomSample } from './design/design.ts';
import { domainTotal, type DesignEstimate } from './domain-estimation.ts';
import { isPresent, type Maybe } from './present.ts';

/** A total with its coverage. An amount is never published without it. */
export type Total = {
  /** Sum of the values that were given, in their unit: no expansion. */
  declared: number;
  /** Units that gave a value, and units asked. */
  n: number;
  asked: number;
  /** n / asked, 0 to 1. */
  coverage: number;
  /** Expansion Σw·y of the units that gave a value to those they stand for; nothing is added for the silent ones. */
  expanded: DesignEstimate;
};

/**
 * Total of the values given, its coverage, and its expansion over the design. In the values' unit.
 *
 * `values` has one entry per unit of the design, missing ones included. Without `design` all rows are a simple random
 * sample of `N` (or of themselves: weights 1). R: `sum(y, na.rm = TRUE)` and `svytotal(~y, design, na.rm = TRUE)`.
 * Undefined when no value was given.
 * @example
 * total({ values: [10, undefined, 20, 30] }).declared // → 60
 * total({ values: [10, undefined, 20, 30] }).coverage // → 0.75
 * total({ values: [10, undefined, 20, 30], N: 8 }).expanded.estimate // → 120
 * total({ values: [undefined] }) // → undefined
 */
export function total({
  values,
  design,
  N,
  domain
}: {
  values: readonly Maybe<number>[];
  design?: Design;
  N?: number;
  domain?: readonly boolean[];
}): Total | undefined {
  requireLength(values.length, { domain });
  const expanded = domainTotal({ design: design ?? simpleRandomSample({ n: values.length, N }), values, domain });
  if (!expanded) return undefined;
  const asked = domain ? domain.filter(Boolean).length : values.length;
  const declared = values.reduce<number>(
    (sum, value, unit) => (isPresent(value) && (domain?.[unit] ?? true) ? sum + value : sum),
    0
  );
  return { declared, n: expanded.n, asked, coverage: expanded.n / asked, expanded };
}
