import { DomainError } from '../errors.ts';

/** Throws `impossible_value` unless `value` is an integer ≥ 0. */
export function requireCount(value: number, what: string): void {
  if (!Number.isInteger(value) || value < 0) throw new DomainError('impossible_value', { what, value });
}

/** Throws unless `count` ≤ `n` ≤ `N`, all integers ≥ 0. `N` is left out for an infinite population. */
export function requireCounts({ count, n, N }: { count: number; n: number; N?: number }): void {
  requireCount(count, 'count');
  requireCount(n, 'n');
  if (count > n) throw new DomainError('impossible_share', { numerator: count, base: n });
  if (N === undefined || N === Infinity) return;
  requireCount(N, 'N');
  if (n > N) throw new DomainError('impossible_share', { numerator: n, base: N });
}

/** Throws `impossible_value` unless all lists have `length` items. */
export function requireLength(length: number, lists: Record<string, ArrayLike<unknown> | undefined>): void {
  for (const [what, list] of Object.entries(lists))
    if (list !== undefined && list.length !== length)
      throw new DomainError('impossible_value', { what: `${what}.length`, value: list.length });
}

/** Share of the population left out of the sample, 0 to 1; 1 for an infinite population. */
export function finitePopulationFactor(n: number, N: number | undefined): number {
  return N === undefined || N === Infinity ? 1 : (N - n) / N;
}
