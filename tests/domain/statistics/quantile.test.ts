import { expect, test } from 'vitest';
import { quantile as d3Quantile } from 'd3-array';
import { median } from '#lib/domain/statistics/median.ts';
import { quantile, type QuantileType } from '#lib/domain/statistics/quantile.ts';
import { weightedQuantile } from '#lib/domain/statistics/weighted-quantile.ts';
import { generator, sample, SEEDS, shuffled } from './random.ts';

const TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

test('type 7 is that of d3', () => {
  for (const seed of SEEDS) {
    const values = sample(seed).values.filter((value) => value !== undefined);
    for (const p of [0, 0.05, 0.25, 1 / 3, 0.5, 0.9, 1]) expect(quantile(values, p)).toBeCloseTo(d3Quantile(values, p)!, 9);
  }
});

test.each(TYPES)('type %s: order of the rows, scale, mirror', (type: QuantileType) => {
  for (const seed of SEEDS) {
    const { values } = sample(seed);
    for (const p of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const found = quantile(values, p, type)!;
      expect(quantile(shuffled(values, generator(seed)), p, type)).toBe(found);
      expect(quantile(values.map((value) => value && 3 * value + 7), p, type)).toBeCloseTo(3 * found + 7, 6);
      const negated = values.map((value) => value && -value);
      if (type === 2 || type >= 5) expect(-quantile(negated, 1 - p, type)!).toBeCloseTo(found, 6);
    }
  }
});

// Types 1 and 2 read the same staircase, and so do types 4 to 6, when every weight is the same.
test.each(['hf1', 'hf2', 'hf4', 'hf5', 'hf6', 'hf7', 'hf8', 'hf9'] as const)('%s with equal weights is the type without weights', (rule) => {
  const type = Number(rule.slice(2)) as QuantileType;
  for (const seed of SEEDS) {
    const { values } = sample(seed);
    for (const p of [0.25, 0.5, 0.75])
      expect(weightedQuantile({ values, weights: values.map(() => 1.875), p, rule })).toBeCloseTo(quantile(values, p, type)!, 6);
  }
});

test('few values, ties, missing values, values that do not exist', () => {
  for (const type of TYPES) {
    expect(quantile([], 0.5, type)).toBeUndefined();
    expect(quantile([undefined, null, NaN], 0.5, type)).toBeUndefined();
    expect(quantile([4], 0.9, type)).toBe(4);
    expect(quantile([4, 4, 4, 4], 0.3, type)).toBe(4);
  }
  expect(median([3, undefined, 1, null])).toBe(2);
  expect(() => quantile([1], 1.2)).toThrow('impossible_value');
});
