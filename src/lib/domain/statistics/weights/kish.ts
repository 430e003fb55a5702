/** Kish's approximate loss of precision from unequal weights. */
export type KishEffect = {
  /** n·Σw²/(Σw)² ≥ 1. */
  designEffect: number;
  /** (Σw)²/Σw², in units; at most n. */
  effectiveSize: number;
};

/**
 * Kish's design effect and effective sample size of a set of weights. Units of weight 0 do not count.
 *
 * R: `sum(w)^2 / sum(w^2)`. Undefined without any positive weight.
 * @example
 * kish([1, 1, 1, 1]) // → { designEffect: 1, effectiveSize: 4 }
 * kish([1, 3]) // → { designEffect: 1.25, effectiveSize: 1.6 }
 * kish([]) // → undefined
 */
export function kish(weights: readonly number[]): KishEffect | undefined {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    n += 1;
    sum += weight;
    squares += weight * weight;
  }
  if (squares === 0) return undefined;
  const effectiveSize = (sum * sum) / squares;
  return { designEffect: n / effectiveSize, effectiveSize };
}
