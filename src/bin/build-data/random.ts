/** A repeatable source of chance: the same seed gives the same numbers on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number between two bounds, both included. */
  integer(low: number, high: number): number;
  /** Roughly normal, mean 0, standard deviation 1 (sum of twelve uniforms: no logarithm, so no last-digit surprise). */
  bell(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of the values. Throws when there is none. */
  pick<T>(values: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(values: readonly T[]): T[];
};

/** Generator `mulberry32` (32 bits of state) from a whole number. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    bell: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    chance: (p) => next() < p,
    pick: <T>(values: readonly T[]): T => {
      if (values.length === 0) throw new RangeError('pick: no value to pick from');
      return values[integer(0, values.length - 1)] as T;
    },
    shuffle: <T>(values: readonly T[]): T[] => {
      const copy = [...values];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = integer(0, last);
        [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
      }
      return copy;
    }
  };
}
