import { describe, expect, test } from 'vitest';
import { simpleRandomSample, stratifiedSample } from '#lib/domain/statistics/design/design.ts';
import { domainMean, domainTotal } from '#lib/domain/statistics/domain-estimation.ts';
import { kish } from '#lib/domain/statistics/weights/kish.ts';
import { calibrateLinear, calibrateOnMargins } from '#lib/domain/statistics/weights/linear-calibration.ts';
import type { Margin } from '#lib/domain/statistics/weights/margins.ts';
import { postStratify } from '#lib/domain/statistics/weights/post-stratification.ts';
import { largestGap, rake } from '#lib/domain/statistics/weights/raking.ts';
import { responseGroups } from '#lib/domain/statistics/weights/response-groups.ts';
import { solveSymmetric } from '#lib/domain/statistics/weights/solve-symmetric.ts';
import { weightWarnings } from '#lib/domain/statistics/weights/warnings.ts';
import { generator, sample, SEEDS } from '../random.ts';

const random = generator(7);
const kinds = Array.from({ length: 40 }, (_, i) => (i < 2 ? ['x', 'y'][i]! : random() < 0.4 ? 'x' : 'y'));
const { values, strata, sizes } = sample(5);
const design = simpleRandomSample({ n: 40, N: 80 });
const place: Margin = { name: 'place', categories: strata, totals: sizes };
const kind: Margin = { name: 'kind', categories: kinds, totals: { x: 30, y: 50 } };

describe('what the margins know is known without error', () => {
  const ticks = strata.map((label) => Number(label === 'a'));
  test.each([
    ['post-stratified', postStratify({ design, margin: place })!],
    ['raked', rake({ design, margins: [place, kind] })!.design],
    ['linear', calibrateOnMargins({ design, margins: [place, kind] })!]
  ])('%s', (_, calibrated) => {
    const found = domainTotal({ design: calibrated, values: ticks })!;
    expect(found.estimate).toBeCloseTo(sizes.a!, 6);
    expect(found.standardError).toBeLessThan(1e-6);
    expect(largestGap(calibrated.weights, place)).toBeLessThan(1e-9);
    expect(domainMean({ design: calibrated, values })!.standardError).toBeGreaterThan(0);
  });
});

test('on one margin, post-stratification, raking and linear calibration are one', () => {
  const a = postStratify({ design, margin: place })!;
  for (const b of [rake({ design, margins: [place] })!.design, calibrateOnMargins({ design, margins: [place] })!]) {
    b.weights.forEach((weight, unit) => expect(weight).toBeCloseTo(a.weights[unit]!, 9));
    expect(domainMean({ design: b, values })!.standardError).toBeCloseTo(domainMean({ design: a, values })!.standardError!, 6);
  }
});

test('response groups give the post-stratified weights, with the variance of a stratified draw', () => {
  const groups = responseGroups({ groups: strata, sizes });
  postStratify({ design, margin: place })!.weights.forEach((weight, unit) => expect(groups.weights[unit]).toBeCloseTo(weight, 12));
  expect(groups).toEqual(stratifiedSample({ strata, sizes }));
});

test('raking keeps the ratios inside a crossed cell, whatever the order of the margins, and stays positive', () => {
  const unequal = { ...design, weights: design.weights.map((weight, i) => weight * (1 + (i % 5))) };
  const one = rake({ design: unequal, margins: [place, kind] })!;
  const other = rake({ design: unequal, margins: [kind, place] })!;
  expect(one.converged && other.converged).toBe(true);
  one.design.weights.forEach((weight, unit) => {
    expect(weight).toBeGreaterThan(0);
    expect(other.design.weights[unit]).toBeCloseTo(weight, 6);
  });
  const ratio = (unit: number): number => one.design.weights[unit]! / unequal.weights[unit]!;
  const cell = strata.map((label, i) => label + kinds[i]!);
  cell.forEach((label, unit) => expect(ratio(unit)).toBeCloseTo(ratio(cell.indexOf(label)), 9));
});

test('residuals fitted with equal weights or with the starting weights differ only when those are unequal', () => {
  const error = (starting: typeof design, residuals: 'starting' | 'equal'): number =>
    domainMean({ design: rake({ design: starting, margins: [place, kind], residuals })!.design, values })!.standardError!;
  expect(error(design, 'equal')).toBeCloseTo(error(design, 'starting'), 9);
  const unequal = { ...design, weights: design.weights.map((weight, i) => weight * (1 + (i % 5))) };
  expect(Math.abs(error(unequal, 'equal') / error(unequal, 'starting') - 1)).toBeGreaterThan(1e-6);
});

test('margins that contradict each other do not converge, and say so', () => {
  const found = rake({ design, margins: [place, { ...kind, totals: { x: 300, y: 500 } }], maxIterations: 20 })!;
  expect(found.converged).toBe(false);
  expect(calibrateOnMargins({ design, margins: [place, { ...kind, totals: { x: 300, y: 500 } }] })).toBeUndefined();
});

test('nobody of a category: no weighting can stand for it; an unknown category is refused', () => {
  const margin = { ...kind, totals: { x: 30, y: 40, z: 10 } };
  expect(postStratify({ design, margin })).toBeUndefined();
  expect(rake({ design, margins: [margin] })).toBeUndefined();
  expect(calibrateOnMargins({ design, margins: [margin] })).toBeUndefined();
  expect(() => postStratify({ design, margin: { ...kind, totals: { x: 80 } } })).toThrow('impossible_value');
  expect(rake({ design: { weights: [] }, margins: [{ name: 'm', categories: [], totals: {} }] })).toBeUndefined();
});

test('linear calibration reaches totals of numbers, too', () => {
  const known = values.map((value) => value ?? 0);
  const auxiliaries = known.map((value) => [1, value]);
  const found = calibrateLinear({ design, auxiliaries, totals: [80, 150_000] })!;
  expect(domainTotal({ design: found, values: known })!.estimate).toBeCloseTo(150_000, 5);
  expect(domainTotal({ design: found, values: known })!.standardError).toBeLessThan(1e-4);
  expect(solveSymmetric([[0, 0], [0, 2]], [0, 4])).toEqual([0, 2]);
});

test('Kish: scale does not matter, one heavy unit does', () => {
  for (const seed of SEEDS) {
    const weights = sample(seed).values.map((value) => value ?? 0);
    const a = kish(weights)!;
    const b = kish(weights.map((weight) => weight * 12.5))!;
    expect(b.effectiveSize).toBeCloseTo(a.effectiveSize, 9);
    expect(a.effectiveSize * a.designEffect).toBeCloseTo(weights.filter(Boolean).length, 9);
    expect(a.designEffect).toBeGreaterThanOrEqual(1);
  }
  expect(kish([0, 0])).toBeUndefined();
});

test('warnings: small and empty cells, low effective size, negative weights, and silence', () => {
  const five = ['a', 'a', 'a', 'a', 'a'];
  expect(weightWarnings({ weights: [1, 1, 1, 1, 1], margins: [{ name: 'm', categories: five, totals: { a: 9 } }] })).toEqual([]);
  const codes = weightWarnings({
    weights: [1, 1, 1, -0.5, 20],
    margins: [{ name: 'm', categories: ['a', 'a', 'a', 'a', 'b'], totals: { a: 9, b: 1, c: 3 } }]
  }).map(({ code }) => code);
  expect(codes).toEqual(['empty_cell', 'small_cell', 'small_cell', 'low_effective_size', 'negative_weight']);
});
