import { expect, test } from 'vitest';
import { simpleRandomSample, stratifiedSample } from '#lib/domain/statistics/design/design.ts';
import { domainMean, domainRatio, domainTotal, meanByGroup } from '#lib/domain/statistics/domain-estimation.ts';
import { generator, sample, SEEDS, shuffled } from './random.ts';

test('order of the rows and scale', () => {
  for (const seed of SEEDS) {
    const { values, strata, sizes } = sample(seed);
    const order = shuffled(values.map((_, i) => i), generator(seed));
    const found = domainMean({ design: stratifiedSample({ strata, sizes }), values })!;
    const again = domainMean({
      design: stratifiedSample({ strata: order.map((i) => strata[i]!), sizes }),
      values: order.map((i) => values[i])
    })!;
    expect(again.estimate).toBeCloseTo(found.estimate, 6);
    expect(again.standardError).toBeCloseTo(found.standardError!, 6);
    const scaled = domainMean({ design: stratifiedSample({ strata, sizes }), values: values.map((value) => value && value / 1000) })!;
    expect(scaled.standardError).toBeCloseTo(found.standardError! / 1000, 9);
  }
});

test('a tick and its complement have the same error', () => {
  for (const seed of SEEDS) {
    const { values, strata, sizes } = sample(seed);
    const design = stratifiedSample({ strata, sizes });
    const yes = domainMean({ design, values: values.map((value) => value && Number(value > 500)) })!;
    const no = domainMean({ design, values: values.map((value) => value && Number(value <= 500)) })!;
    expect(yes.estimate + no.estimate).toBeCloseTo(1, 12);
    expect(no.standardError).toBeCloseTo(yes.standardError!, 12);
  }
});

test('totals of the groups add up to the total of all', () => {
  for (const seed of SEEDS) {
    const { values, strata, sizes } = sample(seed);
    const design = stratifiedSample({ strata, sizes });
    const all = domainTotal({ design, values })!.estimate;
    const groups = ['a', 'b', 'c'].map((group) => domainTotal({ design, values, domain: strata.map((label) => label === group) })!.estimate);
    expect(groups.reduce((a, b) => a + b, 0)).toBeCloseTo(all, 4);
  }
});

test('a missing value and a value outside the domain are the same thing', () => {
  const design = simpleRandomSample({ n: 5, N: 9 });
  const missing = domainMean({ design, values: [1, 4, undefined, 2, null] });
  expect(domainMean({ design, values: [1, 4, 100, 2, 7], domain: [true, true, false, true, false] })).toEqual(missing);
});

test('empty domains, unit domains, zero variance, a census', () => {
  const design = simpleRandomSample({ n: 3, N: 9 });
  expect(domainMean({ design, values: [1, 2, 3], domain: [false, false, false] })).toBeUndefined();
  expect(domainTotal({ design, values: [undefined, undefined, undefined] })).toBeUndefined();
  expect(domainRatio({ design, numerators: [1, 2, 3], denominators: [0, 0, 0] })).toBeUndefined();
  expect(domainMean({ design, values: [7, undefined, undefined] })).toMatchObject({ estimate: 7, standardError: 0, n: 1 });
  expect(domainMean({ design, values: [5, 5, 5] })!.standardError).toBe(0);
  expect(domainMean({ design: simpleRandomSample({ n: 3, N: 3 }), values: [1, 2, 9] })).toMatchObject({ estimate: 4, standardError: 0 });
  expect(domainMean({ design: simpleRandomSample({ n: 1, N: 9 }), values: [4] })).toMatchObject({ estimate: 4, standardError: undefined });
  expect(domainMean({ design: simpleRandomSample({ n: 0, N: 9 }), values: [] })).toBeUndefined();
});

test('groups without a value are left out', () => {
  const means = meanByGroup({ design: simpleRandomSample({ n: 4 }), values: [1, 3, undefined, 8], groups: ['a', 'a', 'b', undefined] });
  expect([...means.keys()]).toEqual(['a']);
  expect(means.get('a')).toMatchObject({ estimate: 2, n: 2 });
});
