import { expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { share } from '#lib/domain/statistics/share.ts';

test('a share keeps its numerator, its base and the kind of its base', () => {
  expect(share({ numerator: 28, base: 32, kind: 'respondents' })).toEqual({ numerator: 28, base: 32, kind: 'respondents', value: 0.875 });
});

test.each([
  [2.2, 11],
  [12, 11],
  [-1, 11],
  [1, 10.5],
  [NaN, 11],
  [1, -1]
])('%s out of %s is refused', (numerator, base) => {
  expect(() => share({ numerator, base, kind: 'answered' })).toThrow(DomainError);
});

test('an empty base has no share, and a share cannot be changed', () => {
  expect(share({ numerator: 0, base: 0, kind: 'population' })).toBeUndefined();
  const made = share({ numerator: 1, base: 2, kind: 'answered' })!;
  expect(() => Object.assign(made, { value: 0.6 })).toThrow(TypeError);
});
