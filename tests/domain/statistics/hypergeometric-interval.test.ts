import { expect, test } from 'vitest';
import { hypergeometricCdf } from '#lib/domain/statistics/distributions.ts';
import { hypergeometricInterval } from '#lib/domain/statistics/hypergeometric-interval.ts';

const logFactorials = [0];
for (let i = 1; i <= 400; i++) logFactorials.push(logFactorials[i - 1]! + Math.log(i));
const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? -Infinity : logFactorials[n]! - logFactorials[k]! - logFactorials[n - k]!;
const probability = (k: number, N: number, K: number, n: number): number =>
  Math.exp(logChoose(K, k) + logChoose(N - K, n - k) - logChoose(N, n));

test.each([
  [60, 32],
  [60, 11],
  [17, 5],
  [105, 60]
])('it is what trying every population of %s gives, n = %s', (N, n) => {
  for (let count = 0; count <= n; count++) {
    const kept: number[] = [];
    for (let K = 0; K <= N; K++) {
      let least = 0;
      let most = 0;
      for (let k = 0; k <= n; k++) {
        const p = probability(k, N, K, n);
        if (k >= count) least += p;
        if (k <= count) most += p;
      }
      if (least > 0.025 && most > 0.025) kept.push(K);
    }
    expect(hypergeometricInterval({ count, n, N })).toEqual({ low: kept[0], high: kept.at(-1) });
  }
});

test('it covers the truth at least 95 % of the time, whatever the truth', () => {
  for (let K = 0; K <= 60; K++) {
    let covered = 0;
    for (let count = Math.max(0, 32 + K - 60); count <= Math.min(32, K); count++) {
      const { low, high } = hypergeometricInterval({ count, n: 32, N: 60 })!;
      if (low <= K && K <= high) covered += probability(count, 60, K, 32);
    }
    expect(covered).toBeGreaterThanOrEqual(0.95);
  }
});

test('yes and no mirror each other; a higher level is never narrower', () => {
  for (let count = 0; count <= 32; count++) {
    const yes = hypergeometricInterval({ count, n: 32, N: 60 })!;
    const no = hypergeometricInterval({ count: 32 - count, n: 32, N: 60 })!;
    expect({ low: 60 - no.high, high: 60 - no.low }).toEqual(yes);
    const wide = hypergeometricInterval({ count, n: 32, N: 60, level: 0.99 })!;
    expect(wide.low <= yes.low && wide.high >= yes.high).toBe(true);
  }
});

test('limits: a census, one unit, nobody, a large population', () => {
  expect(hypergeometricInterval({ count: 0, n: 60, N: 60 })).toEqual({ low: 0, high: 0 });
  expect(hypergeometricInterval({ count: 1, n: 1, N: 1 })).toEqual({ low: 1, high: 1 });
  expect(hypergeometricInterval({ count: 1, n: 1, N: 60 })).toEqual({ low: 2, high: 60 });
  expect(hypergeometricInterval({ count: 0, n: 0, N: 0 })).toBeUndefined();
  const large = hypergeometricInterval({ count: 28, n: 32, N: 100_000 })!;
  expect(large.low / 100_000).toBeCloseTo(0.71, 2);
  expect(hypergeometricCdf(5, { N: 10, K: 3, n: 4 })).toBe(1);
});

test.each([
  { count: 33, n: 32, N: 60 },
  { count: 3, n: 61, N: 60 },
  { count: 1.5, n: 32, N: 60 },
  { count: -1, n: 32, N: 60 },
  { count: 1, n: 32, N: 60, level: 1 }
])('refused: %o', (input) => {
  expect(() => hypergeometricInterval(input)).toThrow('impossible');
});
