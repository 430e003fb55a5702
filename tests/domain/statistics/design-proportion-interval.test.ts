import { describe, expect, test } from 'vitest';
import { designProportionInterval, type ProportionMethod } from '#lib/domain/statistics/design-proportion-interval.ts';
import { studentQuantile } from '#lib/domain/statistics/distributions.ts';

const METHODS: ProportionMethod[] = ['logit', 'xlogit', 'likelihood', 'asin', 'beta', 'mean'];
const at = { standardError: 0.06, n: 31, df: 28 };

describe.each(METHODS)('%s', (method) => {
  test('yes and no mirror each other; a higher level is wider', () => {
    for (const estimate of [0.12, 0.4, 0.77]) {
      const yes = designProportionInterval({ ...at, estimate, method })!;
      const no = designProportionInterval({ ...at, estimate: 1 - estimate, method })!;
      expect(1 - no.high).toBeCloseTo(yes.low, 8);
      expect(1 - no.low).toBeCloseTo(yes.high, 8);
      const wide = designProportionInterval({ ...at, estimate, method, level: 0.99 })!;
      expect(wide.low).toBeLessThan(yes.low);
      expect(wide.high).toBeGreaterThan(yes.high);
      if (method !== 'mean') expect(yes.low > 0 && yes.high < 1).toBe(true);
    }
  });

  test('without a variance, or a degree of freedom, no interval', () => {
    if (method !== 'mean') expect(designProportionInterval({ ...at, estimate: 1, standardError: 0, method })).toBeUndefined();
    expect(designProportionInterval({ ...at, estimate: 0.5, standardError: undefined, method })).toBeUndefined();
    expect(designProportionInterval({ ...at, estimate: 0.5, df: 0, method })).toBeUndefined();
  });
});

test('the interpolated likelihood is within 1e-4 of the exact one', () => {
  for (const estimate of [0.1, 0.5, 0.93]) {
    const critical = studentQuantile(0.975, 28);
    const deviance = (share: number): number =>
      2 * ((estimate * (1 - estimate)) / 0.04 ** 2) * (30 / 31) * (estimate * Math.log(estimate / share) + (1 - estimate) * Math.log((1 - estimate) / (1 - share)));
    const exact = (outside: number): number => {
      let [near, far] = [estimate, outside];
      for (let i = 0; i < 100; i++) {
        const middle = (near + far) / 2;
        if (deviance(middle) > critical ** 2) far = middle;
        else near = middle;
      }
      return near;
    };
    const found = designProportionInterval({ estimate, standardError: 0.04, n: 31, df: 28, method: 'likelihood' })!;
    expect(Math.abs(found.low - exact(1e-12))).toBeLessThan(1e-4);
    expect(Math.abs(found.high - exact(1 - 1e-12))).toBeLessThan(1e-4);
  }
});
