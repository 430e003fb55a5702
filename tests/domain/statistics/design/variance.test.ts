import { expect, test } from 'vitest';
import { stratifiedSample, type Design } from '#lib/domain/statistics/design/design.ts';
import { degreesOfFreedom } from '#lib/domain/statistics/design/degrees-of-freedom.ts';
import { designCovariance, designVariance } from '#lib/domain/statistics/design/variance.ts';
import { domainTotal } from '#lib/domain/statistics/domain-estimation.ts';

function* subsets(items: number[], size: number): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = 0; i <= items.length - size; i++)
      for (const rest of subsets(items.slice(i + 1), size - 1)) yield [items[i]!, ...rest];
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test('over all stratified samples, the variance of the total is estimated without bias', () => {
  const population = { a: [3, 8, 1, 12, 5], b: [100, 40, 70, 90] };
  const estimates: number[] = [];
  const variances: number[] = [];
  for (const a of subsets(population.a, 3))
    for (const b of subsets(population.b, 2)) {
      const design = stratifiedSample({ strata: [...a.map(() => 'a'), ...b.map(() => 'b')], sizes: { a: 5, b: 4 } });
      const total = domainTotal({ design, values: [...a, ...b] })!;
      estimates.push(total.estimate);
      variances.push(total.standardError! ** 2);
    }
  const truth = 29 + 300;
  expect(mean(estimates)).toBeCloseTo(truth, 9);
  expect(mean(variances)).toBeCloseTo(mean(estimates.map((estimate) => (estimate - truth) ** 2)), 6);
});

test('over all samples of clusters, too', () => {
  const clusters = [[1, 2], [5], [4, 4, 9], [7, 1], [0, 3]];
  const estimates: number[] = [];
  const variances: number[] = [];
  for (const drawn of subsets([0, 1, 2, 3, 4], 3)) {
    const rows = drawn.flatMap((cluster) => clusters[cluster]!.map((value) => ({ cluster: `c${cluster}`, value })));
    const design: Design = {
      weights: rows.map(() => 5 / 3),
      clusters: rows.map(({ cluster }) => cluster),
      populationSizes: rows.map(() => 5)
    };
    const total = domainTotal({ design, values: rows.map(({ value }) => value) })!;
    estimates.push(total.estimate);
    variances.push(total.standardError! ** 2);
  }
  expect(mean(estimates)).toBeCloseTo(36, 9);
  expect(mean(variances)).toBeCloseTo(mean(estimates.map((estimate) => (estimate - 36) ** 2)), 6);
});

const lonely: Design = { weights: [2, 2, 3], strata: ['a', 'a', 'b'], populationSizes: [4, 4, 3] };

test('a stratum with one unit out of several has no variance of its own', () => {
  const influence = [1, 2, 4];
  const of = (design: Design): number | undefined => designVariance({ design, influence });
  expect(of(lonely)).toBeUndefined();
  const own = (0.5 * 2 * (2 * 1 + 2 * 1)) / 2;
  expect(of({ ...lonely, lonely: 'certainty' })).toBeCloseTo(own, 12);
  expect(of({ ...lonely, lonely: 'average' })).toBeCloseTo(2 * own, 12);
  expect(of({ ...lonely, lonely: 'adjust' })).toBeCloseTo(own + (2 / 3) * 12 ** 2, 12);
  expect(of({ ...lonely, strata: ['a', 'b', 'c'], lonely: 'average' })).toBeUndefined();
});

test('a stratum of which everybody is there adds nothing, even with one unit', () => {
  const design = stratifiedSample({ strata: ['a', 'a', 'b'], sizes: { a: 4, b: 1 } });
  expect(designVariance({ design, influence: [1, 2, 50] })).toBeCloseTo(2, 12);
});

test('covariance: symmetric, and the variance of a sum is made of it', () => {
  const design = stratifiedSample({ strata: ['a', 'a', 'a', 'b', 'b'], sizes: { a: 5, b: 4 } });
  const first = [1, 5, 2, 8, 3];
  const second = [2, 2, 9, 1, 0];
  const covariance = designCovariance({ design, first, second })!;
  expect(designCovariance({ design, first: second, second: first })).toBeCloseTo(covariance, 12);
  const sum = designVariance({ design, influence: first.map((value, i) => value + second[i]!) })!;
  expect(sum).toBeCloseTo(designVariance({ design, influence: first })! + designVariance({ design, influence: second })! + 2 * covariance, 9);
});

test('splitting a unit into two rows of half weight changes nothing, when the cluster says that they are one', () => {
  const whole: Design = { weights: [2, 3, 2], clusters: ['x', 'y', 'z'], populationSizes: [7, 7, 7] };
  const split: Design = { weights: [2, 1.5, 1.5, 2], clusters: ['x', 'y', 'y', 'z'], populationSizes: [7, 7, 7, 7] };
  expect(designVariance({ design: split, influence: [1, 5, 5, 2] })).toBeCloseTo(designVariance({ design: whole, influence: [1, 5, 2] })!, 12);
  expect(degreesOfFreedom({ design: split })).toBe(degreesOfFreedom({ design: whole }));
});

test('lists of another length, and more drawn than there are, are refused', () => {
  expect(() => designVariance({ design: { weights: [1, 1], strata: ['a'] }, influence: [1, 2] })).toThrow('impossible_value');
  expect(() => designVariance({ design: { weights: [1, 1] }, influence: [1] })).toThrow('impossible_value');
  expect(() => designVariance({ design: { weights: [1, 1], populationSizes: [1, 1] }, influence: [1, 2] })).toThrow('impossible_share');
  expect(() => stratifiedSample({ strata: ['a'], sizes: {} })).toThrow('impossible_value');
  expect(() => stratifiedSample({ strata: ['a', 'a'], sizes: { a: 1 } })).toThrow('impossible_share');
});
