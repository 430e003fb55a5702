import { describe, expect, test } from 'vitest';
import { countsBehind, isPossiblePercentage, readPercentage } from '#lib/domain/statistics/possible-percentage.ts';

test('20 % of 11 is impossible, 18 % is two of eleven', () => {
  expect(isPossiblePercentage('20 %', 11)).toBe(false);
  expect(isPossiblePercentage('18 %', 11)).toBe(true);
  expect(isPossiblePercentage('18\u202f%', 11)).toBe(true);
  expect(countsBehind('18 %', 11)).toEqual([2]);
});

test.each([0, 1, 2])('with %s decimals, each count is found behind its own percentage and no other base is needed', (decimals) => {
  for (let base = 1; base <= 60; base++)
    for (let count = 0; count <= base; count++) {
      // Half up in exact arithmetic, on integers.
      const units = Math.floor((200 * 10 ** decimals * count + base) / (2 * base));
      const text = (units / 10 ** decimals).toFixed(decimals).replace('.', ',');
      expect(countsBehind(`${text} %`, base)).toContain(count);
      expect(countsBehind(units / 10 ** decimals, base, decimals)).toContain(count);
    }
});

test('over a large base several counts round to the same percentage', () => {
  expect(countsBehind('50 %', 1000)).toEqual([495, 496, 497, 498, 499, 500, 501, 502, 503, 504]);
});

test('halves are rounded up', () => {
  expect(isPossiblePercentage('63 %', 8)).toBe(true);
  expect(isPossiblePercentage('62 %', 8)).toBe(false);
});

describe('what is not a percentage of anything', () => {
  test.each([
    ['120 %', 11],
    ['about 20 %', 10],
    ['', 10],
    ['20 %', 0]
  ])('%s of %s', (text, base) => {
    expect(isPossiblePercentage(text, base)).toBe(false);
  });
  test('a number with more decimals than were printed', () => expect(isPossiblePercentage(18.18, 11, 0)).toBe(false));
  test('a base that is not a count', () => expect(() => isPossiblePercentage('20 %', 10.5)).toThrow('impossible_value'));
});

test('reading', () => {
  expect(readPercentage(' 87,50 %')).toEqual({ value: 87.5, decimals: 2 });
  expect(readPercentage('1e2')).toBeUndefined();
});
