import { expect, test } from 'vitest';
import { waysOut } from '#lib/server/directory/ways-out.ts';

const around = { to: 'around', name: 'Saint-Dié-des-Vosges (88)' };
const vosges = { to: 'territory', name: 'Vosges (88)', id: '88' };

test.each(['Saint-Dié', 'saint die', '88100', 'Saint-Dié-des-Vosges (88)'])('%s leads around the commune', (words) => {
  expect(waysOut(words)[0]).toEqual(around);
});

test.each(['Vosges', 'vosges', '88'])('%s leads to the département', (words) => {
  expect(waysOut(words)[0]).toEqual(vosges);
});

test('a région leads to its page; Corse-du-Sud by its code in any case', () => {
  expect(waysOut('grand est')[0]).toEqual({ to: 'territory', name: 'Grand Est', id: 'r-44' });
  expect(waysOut('2a')[0]).toMatchObject({ to: 'territory', id: '2A' });
});

test.each(['', 'x', 'zzzzzzzzzz', 'x'.repeat(3000)])('words that name no place lead nowhere (%#)', (words) => {
  expect(waysOut(words)).toEqual([]);
});
