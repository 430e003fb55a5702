import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatEuros,
  formatInterval,
  formatNumber,
  formatPublished,
  formatQuantity,
  formatShare,
  shareDecimals,
  symbolMeaning
} from '#lib/domain/format/index.ts';

describe('numbers', () => {
  test('thousands are kept together in French, commas in English', () => {
    expect(formatNumber(1234567.891, 'fr')).toBe('1\u202F234\u202F567,89');
    expect(formatNumber(1234567.891, 'en')).toBe('1,234,567.89');
    expect(formatNumber(1234, 'fr')).toBe('1\u202F234');
  });
  test('minus, plus and the zero that has no sign', () => {
    expect(formatNumber(-3, 'fr')).toBe('\u22123');
    expect(formatNumber(-0.001, 'fr')).toBe('0');
    expect(formatNumber(4, 'en', { sign: true })).toBe('+4');
    expect(formatNumber(0, 'en', { sign: true })).toBe('0');
  });
  test('fixed decimals', () => expect(formatNumber(2, 'fr', { decimals: 1, fixed: true })).toBe('2,0'));
  test('what is not a number is refused', () => {
    expect(() => formatNumber(Number.NaN, 'fr')).toThrow(RangeError);
    expect(() => formatNumber(Infinity, 'fr')).toThrow(RangeError);
  });
});

describe('shares', () => {
  test('28 of 32', () => {
    expect(formatShare(28 / 32, 'fr', 1)).toBe('87,5\u00A0%');
    expect(formatShare(28 / 32, 'en', 1)).toBe('87.5%');
    expect(formatShare(28 / 32, 'fr')).toBe('88\u00A0%');
  });
  test('binary noise does not decide a rounding', () => expect(formatShare(0.145, 'en')).toBe('15%'));
  test('decimals: 28/32 is exactly 87,5, 2/11 needs none, a large base takes one', () => {
    expect(shareDecimals(28, 32)).toBe(1);
    expect(shareDecimals(16, 32)).toBe(0);
    expect(shareDecimals(2, 11)).toBe(0);
    expect(shareDecimals(32, 60)).toBe(0);
    expect(shareDecimals(57, 412)).toBe(1);
    expect(shareDecimals(0, 0)).toBe(0);
  });
});

describe('amounts', () => {
  test('euros', () => {
    expect(formatEuros(129500, 'fr')).toBe('129\u202F500\u00A0€');
    expect(formatEuros(129500, 'en')).toBe('€129,500');
    expect(formatEuros(-1200, 'en')).toBe('\u2212€1,200');
    expect(formatEuros(-0.2, 'en')).toBe('€0');
  });
  test('French takes the plural at 2, English everywhere but at 1', () => {
    expect(formatQuantity(1.5, 'people', 'fr')).toBe('1,5\u00A0personne');
    expect(formatQuantity(1.5, 'people', 'en')).toBe('1.5\u00A0people');
    expect(formatQuantity(1, 'people', 'en')).toBe('1\u00A0person');
    expect(formatQuantity(0, 'people', 'fr')).toBe('0\u00A0personne');
    expect(formatQuantity(2.5, 'full_time_equivalents', 'fr')).toBe('2,5\u00A0ETP');
  });
});

describe('dates', () => {
  test('no more precise than known', () => {
    expect(formatDate('2024', 'fr')).toBe('2024');
    expect(formatDate('2024-09', 'fr')).toBe('septembre 2024');
    expect(formatDate('2024-09-01', 'fr')).toBe('1er septembre 2024');
    expect(formatDate('2024-09-21', 'en')).toBe('21 September 2024');
  });
  test('an instant is a day in Paris', () => expect(formatDate('2025-12-18T23:30:00Z', 'fr')).toBe('19 décembre 2025'));
  test('what is no date is shown as it stands', () => {
    expect(formatDate('2024-13', 'fr')).toBe('2024-13');
    expect(formatDate('2024-02-31', 'fr')).toBe('2024-02-31');
    expect(formatDate('printemps 2024', 'fr')).toBe('printemps 2024');
  });
});

test('intervals', () => {
  expect(formatInterval(46, 56, 'fr')).toBe('46 à 56');
  expect(formatInterval(46, 56, 'en')).toBe('46 to 56');
  expect(formatInterval(1500, 1500, 'fr', formatEuros)).toBe('1\u202F500\u00A0€');
});

test('published numbers and symbols', () => {
  expect(formatPublished({ status: 'ok', value: 0 }, 'fr', 'count')).toBe('0');
  expect(formatPublished({ status: 'ok', value: 0.35 }, 'fr', 'share')).toBe('35\u00A0%');
  expect(formatPublished({ status: 'ok', value: 597662 }, 'fr', 'eur_since_creation')).toBe('597\u202F662\u00A0€');
  expect(formatPublished({ status: 'ok', value: 37 }, 'fr', 'percent')).toBe('37\u00A0%');
  expect(formatPublished({ status: 'c' }, 'fr', 'count')).toBe('c');
  expect(symbolMeaning({ status: 'c' }, 'fr')).toBe('secret statistique');
  expect(symbolMeaning({ status: 'ok', value: 1 }, 'fr')).toBeUndefined();
});
