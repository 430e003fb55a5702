import { expect, it } from 'vitest';
import { countedOnce } from '#lib/domain/census/counted-once.ts';

const merged = new Map([['b', 'a'], ['c', 'a'], ['z', 'elsewhere'], ['y', 'elsewhere']]);
const once = (members: string[], answered: string[] = []) => countedOnce(members, merged, new Set(answered));

it('counts merged records once, under the one that took the others in', () => {
  expect(once(['a', 'b', 'c', 'd'])).toEqual(['a', 'd']);
});

it('keeps whoever answered, and every answer', () => {
  expect(once(['a', 'b', 'd'], ['b'])).toEqual(['b', 'd']);
  expect(once(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a', 'c']);
});

it('keeps one of two whose successor was not asked', () => {
  expect(once(['z', 'y'])).toEqual(['y']);
});
