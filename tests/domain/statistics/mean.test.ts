import { deviation, mean as d3Mean } from 'd3-array';
import { expect, test } from 'vitest';
import { simpleRandomSample } from '#lib/domain/statistics/design/design.ts';
import { domainMean } from '#lib/domain/statistics/domain-estimation.ts';
import { mean } from '#lib/domain/statistics/mean.ts';
import { proportion } from '#lib/domain/statistics/proportion.ts';
import { sample, SEEDS } from './random.ts';

test('mean and deviation are those of d3', () => {
  for (const seed of SEEDS) {
    const { values } = sample(seed);
    const found = mean({ values })!;
    expect(found.estimate).toBeCloseTo(d3Mean(values)!, 6);
    expect(found.standardDeviation).toBeCloseTo(deviation(values)!, 6);
  }
});

test('it is the mean over a simple random design, and of 0 and 1 the proportion', () => {
  for (const seed of SEEDS) {
    const values = sample(seed).values.filter((value) => value !== undefined);
    const design = simpleRandomSample({ n: values.length, N: 60 });
    expect(mean({ values, N: 60 })!.standardError).toBeCloseTo(domainMean({ design, values })!.standardError!, 6);
    const ticks = values.map((value) => Number(value > 2000));
    const count = ticks.filter(Boolean).length;
    expect(mean({ values: ticks, N: 60 })!.standardError).toBeCloseTo(proportion({ count, n: values.length, N: 60 })!.standardError!, 12);
  }
});

test('equal values have themselves as mean and no error; one value has no error to show', () => {
  expect(mean({ values: [0.1, 0.1, 0.1], N: 60 })).toMatchObject({ estimate: 0.1, standardError: 0 });
  expect(mean({ values: [7, undefined], N: 60 })).toEqual({ estimate: 7, standardError: undefined, n: 1, standardDeviation: undefined, interval: undefined });
  expect(mean({ values: [7], N: 1 })).toMatchObject({ standardError: 0, interval: { low: 7, high: 7 } });
  expect(mean({ values: [NaN, null] })).toBeUndefined();
  expect(() => mean({ values: [1, 2], N: 1 })).toThrow('impossible_share');
});
