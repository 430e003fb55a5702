import { pairs, type WaveValues } from './wave-pairs.ts';
import { isPresent, present } from './present.ts';

/** Who answered which wave, and what each part does to the change of the level. In the values' unit. */
export type EntriesAndExits = {
  stayed: string[];
  entered: string[];
  left: string[];
  /** Mean of the second wave minus mean of the first, over all who answered each: the sum of the three effects. */
  change: number;
  /** Change among those who stayed. */
  sameUnits: number;
  /** What the entries add to the second mean. */
  entries: number;
  /** What the exits had added to the first mean, taken away. */
  exits: number;
};

/**
 * Splits the change of a mean between two waves into what the same units did and what entries and exits did.
 *
 * change = (m2 − m1 among those who stayed) + (m2 of all − m2 of those who stayed) + (m1 of those who stayed − m1 of all).
 * R: differences of `mean(x[...])`. Undefined when nobody stayed: there is then nothing to compare with.
 * @example
 * entriesAndExits({ first: new Map([['a', 1], ['b', 5]]), second: new Map([['a', 2], ['c', 8]]) }) // → { stayed: ['a'], entered: ['c'], left: ['b'], change: 2, sameUnits: 1, entries: 3, exits: -2 }
 * entriesAndExits({ first: new Map([['a', 1]]), second: new Map([['b', 1]]) }) // → undefined
 */
export function entriesAndExits({ first, second }: { first: WaveValues; second: WaveValues }): EntriesAndExits | undefined {
  const { ids: stayed, before, after } = pairs(first, second);
  if (stayed.length === 0) return undefined;
  const kept = new Set(stayed);
  const others = (wave: WaveValues): string[] =>
    [...wave].filter(([id, value]) => isPresent(value) && !kept.has(id)).map(([id]) => id);
  const m1 = average(present([...first.values()]));
  const m2 = average(present([...second.values()]));
  const stayed1 = average(before);
  const stayed2 = average(after);
  return {
    stayed,
    entered: others(second),
    left: others(first),
    change: m2 - m1,
    sameUnits: stayed2 - stayed1,
    entries: m2 - stayed2,
    exits: stayed1 - m1
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
