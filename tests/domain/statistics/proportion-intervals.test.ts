import { describe, expect, test } from 'vitest';
import { adjustedWald } from '#lib/domain/statistics/adjusted-wald.ts';
import { clopperPearson } from '#lib/domain/statistics/clopper-pearson.ts';
import { binomialCdf } from '#lib/domain/statistics/distributions.ts';
import { proportion } from '#lib/domain/statistics/proportion.ts';
import { wald } from '#lib/domain/statistics/wald.ts';
import { wilsonFpc } from '#lib/domain/statistics/wilson-fpc.ts';
import { wilson } from '#lib/domain/statistics/wilson.ts';
import { worstCaseBounds } from '#lib/domain/statistics/worst-case-bounds.ts';

const methods = {
  wilsonFpc: (count: number) => wilsonFpc({ count, n: 32, N: 60 }),
  wilson: (count: number) => wilson({ count, n: 32 }),
  clopperPearson: (count: number) => clopperPearson({ count, n: 32 }),
  wald: (count: number) => wald({ count, n: 32, N: 60 }),
  waldStudent: (count: number) => wald({ count, n: 32, N: 60, law: 'student' }),
  adjustedWald: (count: number) => adjustedWald({ count, n: 32, N: 60 })?.interval
};

describe.each(Object.entries(methods))('%s', (_, interval) => {
  test('yes and no mirror each other, and more is never lower', () => {
    for (let count = 0; count <= 32; count++) {
      const yes = interval(count)!;
      const no = interval(32 - count)!;
      expect(1 - no.high).toBeCloseTo(yes.low, 10);
      expect(1 - no.low).toBeCloseTo(yes.high, 10);
      if (count > 0 && count < 32) expect(yes.low).toBeGreaterThan(interval(count - 1)!.low - 0.06);
    }
  });
});

test('nobody drawn: no interval, never NaN', () => {
  expect(proportion({ count: 0, n: 0, N: 60 })).toBeUndefined();
  expect(wilsonFpc({ count: 0, n: 0, N: 60 })).toBeUndefined();
  expect(wilson({ count: 0, n: 0 })).toBeUndefined();
  expect(clopperPearson({ count: 0, n: 0 })).toBeUndefined();
  expect(wald({ count: 0, n: 0, N: 60 })).toBeUndefined();
  expect(adjustedWald({ count: 0, n: 0, N: 60 })).toBeUndefined();
});

test('one unit: a proportion without an error, unless it is the whole population', () => {
  expect(proportion({ count: 1, n: 1, N: 60 })).toEqual({ estimate: 1, standardError: undefined });
  expect(wald({ count: 1, n: 1, N: 60 })).toBeUndefined();
  expect(proportion({ count: 1, n: 1, N: 1 })).toEqual({ estimate: 1, standardError: 0 });
  expect(wilsonFpc({ count: 1, n: 1, N: 1 })).toEqual({ low: 1, high: 1 });
});

test('an immense population is the infinite one; a smaller one is known better', () => {
  const infinite = wilson({ count: 12, n: 32 })!;
  const immense = wilsonFpc({ count: 12, n: 32, N: 1e12 })!;
  expect(immense.low).toBeCloseTo(infinite.low, 9);
  const finite = wilsonFpc({ count: 12, n: 32, N: 60 })!;
  expect(finite.high - finite.low).toBeLessThan(infinite.high - infinite.low);
});

test('Clopper and Pearson: each bound leaves exactly 2.5 % beyond', () => {
  for (const count of [1, 7, 31]) {
    const { low, high } = clopperPearson({ count, n: 32 })!;
    expect(1 - binomialCdf(count - 1, 32, low)).toBeCloseTo(0.025, 10);
    expect(binomialCdf(count, 32, high)).toBeCloseTo(0.025, 10);
  }
});

test('worst case: between those who said yes and those who did not say no', () => {
  for (let count = 0; count <= 32; count++) {
    const yes = worstCaseBounds({ count, n: 32, N: 60 });
    const no = worstCaseBounds({ count: 32 - count, n: 32, N: 60 });
    expect({ low: 60 - no.high, high: 60 - no.low }).toEqual(yes);
  }
  expect(worstCaseBounds({ count: 0, n: 0, N: 60 })).toEqual({ low: 0, high: 60 });
  expect(() => worstCaseBounds({ count: 5, n: 4, N: 60 })).toThrow('impossible_share');
});
