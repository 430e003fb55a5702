/** Mulberry32: numbers in [0, 1), the same at every run for the same seed. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The list in another order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

export const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

/** A sample of `n` skewed amounts, a tenth of them missing, in three strata of known sizes. */
export function sample(seed: number, n = 40): { values: (number | undefined)[]; strata: string[]; sizes: Record<string, number> } {
  const random = generator(seed);
  const strata = Array.from({ length: n }, (_, i) => ['a', 'b', 'c'][i < 3 ? i : Math.floor(random() * 3)]!);
  const values = strata.map((_, i) => (i > 5 && random() < 0.1 ? undefined : Math.round(10_000 * random() ** 3) + 1));
  const sizes: Record<string, number> = { a: 0, b: 0, c: 0 };
  for (const stratum of strata) sizes[stratum]! += 2;
  return { values, strata, sizes };
}
