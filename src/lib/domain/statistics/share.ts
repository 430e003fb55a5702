import { DomainError } from '../errors.ts';
import type { BaseKind } from '../indicators/definition.ts';

/** A proportion that keeps where it comes from. `value` is `numerator / base`, 0 to 1. */
export type Share = {
  readonly numerator: number;
  readonly base: number;
  readonly kind: BaseKind;
  readonly value: number;
};

/**
 * The share of `numerator` units out of `base`, refused by construction when no count can give it.
 *
 * Throws `impossible_share` for a count that is not an integer ≥ 0 or is greater than the base.
 * Undefined when the base is empty. R: `numerator / base`.
 * @example
 * share({ numerator: 28, base: 32, kind: 'respondents' }) // → { numerator: 28, base: 32, kind: 'respondents', value: 0.875 }
 * share({ numerator: 0, base: 0, kind: 'answered' }) // → undefined
 */
export function share({ numerator, base, kind }: { numerator: number; base: number; kind: BaseKind }): Share | undefined {
  const counts = Number.isInteger(numerator) && Number.isInteger(base) && numerator >= 0;
  if (!counts || numerator > base) throw new DomainError('impossible_share', { numerator, base });
  if (base === 0) return undefined;
  return Object.freeze({ numerator, base, kind, value: numerator / base });
}

export { countsBehind, isPossiblePercentage } from './possible-percentage.ts';
