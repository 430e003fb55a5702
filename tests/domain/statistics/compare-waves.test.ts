import { describe, expect, test } from 'vitest';
import { entriesAndExits, levelChange, mcnemar, moves, pairedChange, stackedChange } from '#lib/domain/statistics/compare-waves.ts';
import { mean } from '#lib/domain/statistics/mean.ts';
import { generator, SEEDS, shuffled } from './random.ts';

type Wave = Map<string, number | undefined>;

/** Two waves of a population of 60; the second answer leans on the first. */
function waves(seed: number, overlap = 0.6): { first: Wave; second: Wave } {
  const random = generator(seed);
  const first: Wave = new Map();
  const second: Wave = new Map();
  for (let i = 0; i < 60; i++) {
    const level = 100 * random();
    const both = random() < overlap;
    if (both || random() < 0.4) first.set(`c${i}`, level);
    if (both || random() < 0.4) second.set(`c${i}`, level + 20 * random() - 5);
  }
  return { first, second };
}

/** All subsets of `size` elements of 0 … n − 1. */
function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else for (let i = from; i <= n - size; i++) for (const rest of subsets(n, size - 1, i + 1)) yield [i, ...rest];
}

describe('change of the level', () => {
  test('without overlap in an infinite population, the variances add up', () => {
    const first: Wave = new Map([['a', 1], ['b', 4], ['c', 9]]);
    const second: Wave = new Map([['d', 2], ['e', 8]]);
    const found = levelChange({ first, second })!;
    const v1 = mean({ values: [...first.values()] })!.standardError! ** 2;
    const v2 = mean({ values: [...second.values()] })!.standardError! ** 2;
    expect(found.standardError).toBeCloseTo(Math.sqrt(v1 + v2), 12);
    expect(found.overlap).toBe(0);
  });

  test('with everybody in both, it is the paired change', () => {
    for (const seed of SEEDS) {
      const { first } = waves(seed, 1);
      const random = generator(seed + 100);
      const second: Wave = new Map([...first].map(([id, value]) => [id, value! * 1.1 + random()]));
      const level = levelChange({ first, second, N: 90 })!;
      const paired = pairedChange({ first, second, N: 90 })!;
      expect(level.estimate).toBeCloseTo(paired.estimate, 9);
      expect(level.standardError).toBeCloseTo(paired.standardError!, 9);
    }
  });

  test('two censuses leave no error; order and sign', () => {
    const { first, second } = waves(2, 1);
    expect(levelChange({ first, second, N: 60 })!.standardError).toBeCloseTo(0, 12);
    const partial = waves(3);
    const there = levelChange({ ...partial, N: 60 })!;
    const back = levelChange({ first: partial.second, second: partial.first, N: 60 })!;
    expect(back.estimate).toBeCloseTo(-there.estimate, 12);
    expect(back.standardError).toBeCloseTo(there.standardError!, 12);
    const mixed = new Map(shuffled([...partial.first], generator(1)));
    expect(levelChange({ first: mixed, second: partial.second, N: 60 })!.standardError).toBeCloseTo(there.standardError!, 9);
  });

  test('over all pairs of samples with a given overlap, the covariance formula is exact', () => {
    // Population of 6; 3 answer first, 2 of them and 1 other answer second.
    const y1 = [1, 5, 2, 8, 4, 10];
    const y2 = [2, 4, 4, 9, 3, 14];
    const average = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
    const means: [number, number][] = [];
    for (const s1 of subsets(6, 3))
      for (const kept of subsets(3, 2))
        for (const other of [0, 1, 2, 3, 4, 5].filter((i) => !s1.includes(i))) {
          const s2 = [...kept.map((k) => s1[k]!), other];
          means.push([average(s1.map((i) => y1[i]!)), average(s2.map((i) => y2[i]!))]);
        }
    const [m1, m2] = [average(y1), average(y2)];
    const truth = average(means.map(([a, b]) => (a - m1) * (b - m2)));
    const s12 = y1.reduce((sum, value, i) => sum + (value - m1) * (y2[i]! - m2), 0) / 5;
    const overlapFactor = 2 / 9 - 1 / 6;
    expect(truth).toBeCloseTo(overlapFactor * s12, 12);
    // The module uses that factor with its own estimate of S12.
    const first: Wave = new Map([['0', 1], ['1', 5], ['3', 8]]);
    const second: Wave = new Map([['0', 2], ['1', 4], ['2', 4]]);
    const found = levelChange({ first, second, N: 6, s12: 'covariance' })!;
    expect(found.covariance).toBeCloseTo(overlapFactor * 4, 12);
  });

  test('a changing population, missing answers, too few answers', () => {
    const { first, second } = waves(4);
    const same = levelChange({ first, second, N: { first: 60, second: 60, common: 60 } })!;
    expect(same.standardError).toBe(levelChange({ first, second, N: 60 })!.standardError);
    first.set('gone', undefined);
    expect(levelChange({ first, second, N: 60 })!.standardError).toBe(same.standardError);
    expect(levelChange({ first: new Map([['a', undefined]]), second })).toBeUndefined();
    expect(levelChange({ first: new Map([['a', 1]]), second: new Map([['a', 3]]), N: 60 })).toMatchObject({ estimate: 2, standardError: undefined, interval: undefined });
    expect(() => levelChange({ first, second, N: 10 })).toThrow('impossible');
  });
});

test('entries and exits: the three effects add up to the change', () => {
  for (const seed of SEEDS) {
    const { first, second } = waves(seed);
    const found = entriesAndExits({ first, second })!;
    expect(found.sameUnits + found.entries + found.exits).toBeCloseTo(found.change, 12);
    expect(found.change).toBeCloseTo(levelChange({ first, second })!.estimate, 12);
    expect(found.sameUnits).toBeCloseTo(pairedChange({ first, second })!.estimate, 12);
    expect(found.stayed.length + found.entered.length).toBe(second.size);
    expect(found.stayed.length + found.left.length).toBe(first.size);
  }
});

test('composition alone can make a change that nobody lived', () => {
  const first: Wave = new Map([['a', 10], ['b', 20], ['c', 90]]);
  const second: Wave = new Map([['a', 10], ['b', 20]]);
  expect(entriesAndExits({ first, second })).toMatchObject({ change: -25, sameUnits: 0, entries: 0, exits: -25 });
});

test('the stacked design sees the overlap: everybody in both is a paired test', () => {
  const { first } = waves(5, 1);
  const random = generator(9);
  const rows = [...first].flatMap(([id, value]) => [
    { id, wave: '2025', value: value! },
    { id, wave: '2026', value: value! + 5 * random() }
  ]);
  const stacked = stackedChange({
    values: rows.map(({ value }) => value),
    waves: rows.map(({ wave }) => wave),
    first: '2025',
    second: '2026',
    design: { weights: rows.map(() => 1), clusters: rows.map(({ id }) => id) }
  })!;
  const of = (wave: string): Wave => new Map(rows.filter((row) => row.wave === wave).map(({ id, value }) => [id, value]));
  const paired = pairedChange({ first: of('2025'), second: of('2026') })!;
  expect(stacked.estimate).toBeCloseTo(paired.estimate, 9);
  expect(stacked.standardError).toBeCloseTo(paired.standardError!, 9);
});

describe('McNemar', () => {
  // Agresti (1990), approval of a president asked twice: 86 one way, 150 the other, z² = 17.36.
  test('approval ratings', () => {
    const found = mcnemar({ gained: 86, lost: 150, n: 1600 });
    expect(found.statistic).toBeCloseTo(63 ** 2 / 236, 12);
    expect(mcnemar({ gained: 86, lost: 150, continuity: false }).statistic).toBeCloseTo(17.36, 2);
    expect(found.pValue).toBeGreaterThan(mcnemar({ gained: 86, lost: 150, continuity: false }).pValue);
    expect(found.change).toBe(-0.04);
  });

  test('both ways are the same test; as many each way is no change', () => {
    for (let gained = 0; gained <= 12; gained++)
      for (let lost = 0; lost <= 12; lost++) {
        const there = mcnemar({ gained, lost });
        const back = mcnemar({ gained: lost, lost: gained });
        expect(back).toEqual(there);
        expect(there.pValue).toBeLessThanOrEqual(1);
        if (gained === lost) expect(there.exactPValue).toBe(1);
      }
    expect(mcnemar({ gained: 0, lost: 6 }).exactPValue).toBeCloseTo(2 / 64, 12);
    expect(() => mcnemar({ gained: 5, lost: 6, n: 10 })).toThrow('impossible_value');
  });

  test('moves leave out missing answers', () => {
    expect(moves([true, undefined, false], [false, true, false])).toEqual({ gained: 0, lost: 1, n: 2 });
  });
});
