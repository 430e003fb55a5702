import { expect, test } from 'vitest';
import { roundToTotal } from '#lib/domain/statistics/largest-remainder.ts';
import { roundToBase } from '#lib/domain/statistics/round-to-base.ts';
import { generator, SEEDS } from './random.ts';

test('parts add up to the total, each within one unit of its exact value', () => {
  for (const seed of SEEDS) {
    const random = generator(seed);
    for (const decimals of [0, 1]) {
      const counts = Array.from({ length: 2 + Math.floor(random() * 9) }, () => Math.floor(random() * 40));
      const sum = counts.reduce((a, b) => a + b, 0);
      const parts = roundToTotal(counts, 100, decimals)!;
      expect(Math.round(parts.reduce((a, b) => a + b, 0) * 10 ** decimals)).toBe(100 * 10 ** decimals);
      parts.forEach((part, i) => expect(Math.abs(part - (100 * counts[i]!) / sum)).toBeLessThan(10 ** -decimals));
      expect(roundToTotal(counts.map((count) => 7 * count), 100, decimals)).toEqual(parts);
    }
  }
});

test('what already adds up is left as it is, zeros stay zeros, a tie goes to the first', () => {
  expect(roundToTotal([37, 28, 35], 100)).toEqual([37, 28, 35]);
  expect(roundToTotal([0, 1, 2], 100)).toEqual([0, 33, 67]);
  expect(roundToTotal([0.37, 0.28, 0.35], 100)).toEqual([37, 28, 35]);
  expect(roundToTotal([], 100)).toBeUndefined();
  expect(() => roundToTotal([1, -1], 100)).toThrow('impossible_value');
});

test('rounding to a base', () => {
  expect([1, 2, 3, 7, 8].map((count) => roundToBase(count, 5))).toEqual([0, 0, 5, 5, 10]);
  expect(() => roundToBase(3, 0)).toThrow('impossible_value');
});
