import { expect, test } from 'vitest';
import { median } from '#lib/domain/statistics/median.ts';
import { medianInterval } from '#lib/domain/statistics/median-interval.ts';
import { sample, SEEDS, shuffled, generator } from './random.ts';

/** All subsets of `size` elements of 0 … n − 1. */
function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else for (let i = from; i <= n - size; i++) for (const rest of subsets(n, size - 1, i + 1)) yield [i, ...rest];
}

test.each([
  [12, 7],
  [13, 7],
  [14, 8],
  [11, 10]
])('population of %s, %s drawn: over all the samples, the median is covered as announced', (N, n) => {
  const truth = median(Array.from({ length: N }, (_, i) => i))!;
  let covered = 0;
  let all = 0;
  let announced = 0;
  for (const values of subsets(N, n)) {
    const found = medianInterval({ values, N })!;
    announced = found.coverage;
    all += 1;
    if (found.low <= truth && truth <= found.high) covered += 1;
  }
  expect(announced).toBeGreaterThanOrEqual(0.95);
  expect(covered / all).toBeGreaterThanOrEqual(announced - 1e-12);
});

test('order of the rows, scale, and a known population is never wider', () => {
  for (const seed of SEEDS) {
    const { values } = sample(seed);
    const found = medianInterval({ values })!;
    expect(medianInterval({ values: shuffled(values, generator(seed)) })).toEqual(found);
    expect(medianInterval({ values: values.map((value) => value && 10 * value) })).toMatchObject({ low: 10 * found.low, high: 10 * found.high });
    const finite = medianInterval({ values, N: 60 })!;
    expect(finite.low >= found.low && finite.high <= found.high).toBe(true);
  }
});

test('a census is exact; too few values have no interval', () => {
  expect(medianInterval({ values: [5, 1, 9, 7], N: 4 })).toMatchObject({ low: 5, high: 7, coverage: 1 });
  expect(medianInterval({ values: [1, 2, 3, 4, 5] })).toBeUndefined();
  expect(medianInterval({ values: [1, 2, 3, 4, 5, 6] })).toMatchObject({ low: 1, high: 6 });
  expect(medianInterval({ values: [] })).toBeUndefined();
  expect(medianInterval({ values: [undefined, 3], N: 60 })).toBeUndefined();
});
