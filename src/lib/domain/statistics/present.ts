/** A value, or nothing: the reason of the absence stays with the answer, estimators only need to know that it is absent. */
export type Maybe<T> = T | undefined | null;

/** Whether a number is there and finite. NaN and infinities count as missing: no estimate may be made of them. */
export function isPresent(value: Maybe<number>): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The values that are there, in their order. */
export function present(values: readonly Maybe<number>[]): number[] {
  return values.filter(isPresent);
}

/** The values that are there, in increasing order. */
export function sortedPresent(values: readonly Maybe<number>[]): number[] {
  return present(values).sort((a, b) => a - b);
}
