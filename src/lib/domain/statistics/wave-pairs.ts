import { isPresent, type Maybe } from './present.ts';

/** Values of a wave by caisse. Those who did not answer are missing or absent. */
export type WaveValues = ReadonlyMap<string, Maybe<number>>;

/**
 * The two answers of those who gave both, in the order of the first wave.
 * @example
 * pairs(new Map([['a', 1], ['b', 2]]), new Map([['b', 3], ['c', 4]])) // → { ids: ['b'], before: [2], after: [3] }
 */
export function pairs(first: WaveValues, second: WaveValues): { ids: string[]; before: number[]; after: number[] } {
  const ids: string[] = [];
  const before: number[] = [];
  const after: number[] = [];
  for (const [id, value] of first) {
    const next = second.get(id);
    if (!isPresent(value) || !isPresent(next)) continue;
    ids.push(id);
    before.push(value);
    after.push(next);
  }
  return { ids, before, after };
}
