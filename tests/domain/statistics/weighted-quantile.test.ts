import { expect, test } from 'vitest';
import { simpleRandomSample, stratifiedSample } from '#lib/domain/statistics/design/design.ts';
import { median } from '#lib/domain/statistics/median.ts';
import { weightedQuantile, type QuantileRule } from '#lib/domain/statistics/weighted-quantile.ts';
import { weightedQuantileInterval } from '#lib/domain/statistics/weighted-quantile-interval.ts';
import { generator, sample, SEEDS, shuffled } from './random.ts';

const RULES: QuantileRule[] = ['math', 'school', 'shahvaish', 'hf1', 'hf2', 'hf3', 'hf4', 'hf5', 'hf6', 'hf7', 'hf8', 'hf9'];

test.each(RULES)('%s: order of the rows, scale of the values, ever higher with p', (rule) => {
  for (const seed of SEEDS) {
    const random = generator(seed);
    // No ties: their order is a known weakness of the continuous rules.
    const rows = sample(seed).values.map((value, i) => ({ value: value === undefined ? undefined : value + i / 100, weight: 1 + random() }));
    const at = (list: typeof rows, p: number, scale = 1): number =>
      weightedQuantile({ values: list.map(({ value }) => value && value * scale), weights: list.map(({ weight }) => weight), p, rule })!;
    let last = -Infinity;
    for (const p of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
      const found = at(rows, p);
      expect(at(shuffled(rows, random), p)).toBeCloseTo(found, 9);
      expect(at(rows, p, 1000)).toBeCloseTo(1000 * found, 3);
      expect(found).toBeGreaterThanOrEqual(last);
      last = found;
    }
  }
});

test.each(['math', 'school'] as const)('%s: a row split into two of half weight, and rows of no weight, change nothing', (rule) => {
  for (const seed of SEEDS) {
    const random = generator(seed);
    const values = sample(seed).values;
    const weights = values.map(() => 1 + Math.floor(random() * 4));
    for (const p of [0.25, 0.5, 0.75]) {
      const found = weightedQuantile({ values, weights, p, rule });
      expect(weightedQuantile({ values: [...values, ...values], weights: [...weights, ...weights].map((w) => w / 2), p, rule })).toBe(found);
      expect(weightedQuantile({ values: [...values, -5], weights: [...weights, 0], p, rule })).toBe(found);
      const repeated = values.flatMap((value, i) => Array.from({ length: weights[i]! }, () => value));
      if (rule === 'school' && p === 0.5) expect(found).toBe(median(repeated));
    }
  }
});

test('limits: nothing, one value, all equal', () => {
  const ask = (values: (number | undefined)[], rule: QuantileRule): number | undefined =>
    weightedQuantile({ values, weights: values.map(() => 2), p: 0.3, rule });
  for (const rule of RULES) {
    expect(ask([], rule)).toBeUndefined();
    expect(ask([undefined], rule)).toBeUndefined();
    expect(ask([7], rule)).toBe(7);
    expect(ask([7, 7, 7], rule)).toBe(7);
  }
  expect(() => weightedQuantile({ values: [1], weights: [1], p: 2 })).toThrow('impossible_value');
});

test.each(['mean', 'beta', 'xlogit', 'asin', 'score'] as const)('interval %s: around the estimate, never NaN', (method) => {
  for (const seed of SEEDS) {
    const { values, strata, sizes } = sample(seed);
    const found = weightedQuantileInterval({ values, design: stratifiedSample({ strata, sizes }), p: 0.5, method })!;
    expect(found.low).toBeLessThanOrEqual(found.estimate);
    expect(found.high).toBeGreaterThanOrEqual(found.estimate);
    expect(found.standardError).toBeGreaterThanOrEqual(0);
  }
  const few = weightedQuantileInterval({ values: [4, 4, undefined], design: simpleRandomSample({ n: 3, N: 9 }), p: 0.5, method })!;
  expect(few.estimate).toBe(4);
  for (const number of Object.values(few)) expect(number).not.toBeNaN();
  expect(weightedQuantileInterval({ values: [undefined], design: simpleRandomSample({ n: 1, N: 9 }), p: 0.5, method })).toBeUndefined();
  expect(weightedQuantileInterval({ values: [3], design: simpleRandomSample({ n: 1, N: 9 }), p: 0.5, method })).toMatchObject({ estimate: 3, low: undefined });
});
