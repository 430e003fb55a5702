import { expect, test } from 'vitest';
import {
  complementRule,
  contributionsByHolder,
  differencingRule,
  dominanceRule,
  estimateBySecond,
  frequencyRule,
  inseeEnterpriseRule,
  pPercentRule,
  protectionLevel,
  recoverByDifference
} from '#lib/domain/confidentiality/rules.ts';

test('the unit of money does not matter, nor the order of the contributions', () => {
  for (const contributions of [[86, 7, 7], [85, 10, 5], [50, 30, 20], [0.1, 0.2, 1.7], [9]]) {
    const cents = contributions.map((value) => value * 100).reverse();
    expect(dominanceRule({ contributions: cents })).toBe(dominanceRule({ contributions }));
    expect(pPercentRule({ contributions: cents })).toBe(pPercentRule({ contributions }));
    expect(inseeEnterpriseRule({ contributions: cents })).toBe(inseeEnterpriseRule({ contributions }));
  }
});

test('exactly 85 % is safe for INSEE and not for the ministry of agriculture, in cents too', () => {
  for (const contributions of [[85, 10, 5], [0.85, 0.1, 0.05], [1700, 200, 100]]) {
    expect(dominanceRule({ contributions })).toBe(false);
    expect(dominanceRule({ contributions, orMore: true })).toBe(true);
  }
});

test('a protection level is above 0 exactly when the rule says unsafe', () => {
  for (let a = 0; a <= 100; a += 5)
    for (let b = 0; b <= 40; b += 10) {
      const contributions = [a, b, 7];
      expect(protectionLevel({ contributions, rule: { kind: 'dominance', n: 1, k: 85 } }) > 1e-9).toBe(dominanceRule({ contributions }));
      expect(protectionLevel({ contributions, rule: { kind: 'p_percent', p: 10 } }) > 1e-9).toBe(pPercentRule({ contributions }));
    }
});

test('two caisses of one network are one contributor', () => {
  const units = [{ holder: 'network', value: 50 }, { holder: 'network', value: 40 }, { holder: 'alone', value: 5 }, { holder: 'other', value: 5 }];
  expect(dominanceRule({ contributions: units.map(({ value }) => value) })).toBe(false);
  expect(dominanceRule({ contributions: contributionsByHolder(units) })).toBe(true);
});

test('nothing to protect in an empty cell or a cell of zeros', () => {
  for (const contributions of [[], [0, 0, 0]]) {
    expect(dominanceRule({ contributions })).toBe(false);
    expect(pPercentRule({ contributions })).toBe(false);
    expect(estimateBySecond(contributions)).toBeUndefined();
  }
  expect(complementRule({ count: 0, base: 0 })).toEqual({ publish: true, groupDisclosure: false });
});

test('differences: one caisse swapped for another is two apart', () => {
  expect(differencingRule({ first: ['a', 'b', 'c'], second: ['a', 'b', 'd'] })).toBe(true);
  expect(differencingRule({ first: ['a', 'b', 'c'], second: ['d', 'e', 'f'] })).toBe(false);
  expect(recoverByDifference({ larger: { n: 2, mean: 1 }, smaller: { n: 2, mean: 1 } })).toBeUndefined();
});

test('what cannot be is refused', () => {
  expect(() => dominanceRule({ contributions: [1, -1] })).toThrow('impossible_value');
  expect(() => frequencyRule({ count: 1.5 })).toThrow('impossible_value');
  expect(() => complementRule({ count: 5, base: 4 })).toThrow('impossible_share');
});
