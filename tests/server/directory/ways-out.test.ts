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

test.each([
  ['la caisse de La Rochelle', 'La Rochelle (17)'],
  ['SSA Quimper', 'Quimper (29)'],
  ['caisse alimentaire Villeurbanne', 'Villeurbanne (69)'],
  ['Saint-Denis (Réunion)', 'Saint-Denis (974)'],
  ['sainte marie martinique', 'Sainte-Marie (972)'],
  ['Marseille 15', 'Marseille 15e Arrondissement (13)'],
  ['Paris 11', 'Paris 11e Arrondissement (75)'],
  ['Annecy le vieux', 'Annecy (74)'],
  ['clermont ferand', 'Clermont-Ferrand (63)'],
  ['St Etienne du Rouvray', 'Saint-Étienne-du-Rouvray (76)'],
  ["l'hay les roses", "L'Haÿ-les-Roses (94)"],
  ['Chateau Thierry', 'Château-Thierry (02)'],
  ['reze 44', 'Rezé (44)'],
  ["Pont-d'Ain", "Pont-d'Ain (01)"],
  ['vaux en velin', 'Vaulx-en-Velin (69)']
])('%s leads around %s', (words, name) => {
  expect(waysOut(words)[0]).toEqual({ to: 'around', name });
});

test.each([
  ['Cergy-Pontoise', 'CA de Cergy-Pontoise'],
  ['Saint-Quentin-en-Yvelines', 'CA de Saint Quentin en Yvelines'],
  ['Belle-Île', 'CC de Belle Ile en Mer']
])('%s, no commune, leads to %s', (words, name) => {
  expect(waysOut(words)[0]).toMatchObject({ to: 'territory', name });
});

test.each(['', 'x', 'zzzzzzzzzz', 'x'.repeat(3000)])('words that name no place lead nowhere (%#)', (words) => {
  expect(waysOut(words)).toEqual([]);
});
