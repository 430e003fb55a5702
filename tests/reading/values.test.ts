import { describe, expect, it } from 'vitest';
import { closeness } from '../../src/lib/reading/apply/closeness.ts';
import { matchJoined } from '../../src/lib/reading/apply/match-joined.ts';
import { OptionMatcher } from '../../src/lib/reading/apply/option-matcher.ts';
import { findJoinedOptions, isQuotedList, looksJoined, splitJoined } from '../../src/lib/reading/questions/joined.ts';
import { readTick } from '../../src/lib/reading/values/booleans.ts';
import { splitBrackets } from '../../src/lib/reading/values/brackets.ts';
import { readDate, serialDate } from '../../src/lib/reading/values/dates.ts';
import { fold } from '../../src/lib/reading/values/fold.ts';
import { missingWord } from '../../src/lib/reading/values/missing-words.ts';
import { readNumber } from '../../src/lib/reading/values/numbers.ts';

describe('numbers', () => {
  it.each([
    ['1 234,56 €', 1234.56], ['1\u00a0234,56€', 1234.56], ['1\u202f234,56', 1234.56], ['12 345 678', 12345678], ['1.234,56', 1234.56], ['129 K€', 129_000], ['0,13 M€', 130_000],
    ['2 milliards', 2e9], ['(56)', -56], ['−12', -12], ['$1.00', 1], ['1.20E3', 1200], ['0,37', 0.37], ['.5', 0.5], ['42 personnes', 42], ['1,5 ETP', 1.5], ['env. 5000', 5000], ['12 500 €/an', 12_500],
    ['1\u2009234,56', 1234.56], ['€ 1 234,56', 1234.56], ['129,5 K€', 129_500], ['0.13 M€', 130_000], ['2 millions d’euros', 2_000_000], ['10€50', 10.5], ['10 000,- €', 10_000], ['5000 environ', 5000],
    ['37 pour cent', 37], ['37\u202f%', 37], ['15 000 euros par an', 15_000], ['60 adhérents', 60], ['35h', 35], ['450 €*', undefined], ['entre 5 et 6', undefined], ['1234 5678', undefined],
    ['5000-6000', undefined], ['<10', undefined], ['', undefined], ['1 2', undefined], ['Rural 3', undefined], ['12/05', undefined], ['1,2,3', undefined]
  ])('%s', (text, value) => {
    expect(readNumber(text)?.value).toBe(value);
  });

  it('says what is doubtful', () => {
    expect(readNumber('2,000,000')).toEqual({ value: 2_000_000, percent: false, doubt: 'us_separators' });
    expect(readNumber('1,234.56')?.doubt).toBe('us_separators');
    expect(readNumber('12,345')?.doubt).toBe('thousands_or_decimal');
    expect([readNumber('1.234')?.doubt, readNumber('1.234', 'dot')?.doubt]).toEqual(['thousands_or_decimal', undefined]);
    expect([readNumber('37 %'), readNumber('37,5%')]).toEqual([{ value: 37, percent: true }, { value: 37.5, percent: true }]);
  });

  it('what a French spreadsheet writes is read back', () => {
    const format = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 });
    for (let i = 0; i < 500; i++) {
      const value = Math.round(((i * 7_919) % 10_000_019) * 1.37 * 100) / 100;
      expect(readNumber(format.format(value))?.value).toBe(value);
      expect(readNumber(`${format.format(-value)} €`)?.value).toBe(value === 0 ? -0 : -value);
    }
  });
});

describe('dates', () => {
  it.each([
    ['2024-03-15', '2024-03-15'], ['2024-03-15 00:00:00', '2024-03-15'], ['2024-03-15T09:10:00Z', '2024-03-15T09:10:00Z'], ['15/03/2024', '2024-03-15'], ['15.03.2024', '2024-03-15'],
    ['10/03/2026 - 09:00', '2026-03-10T09:00:00'], ['2026/03/10 2:00:00 PM UTC+1', '2026-03-10T14:00:00+01:00'], ['2017/01/30 1:14:43 AM AST', '2017-01-30T01:14:43'], ['11/03/2026 14:05:00', '2026-03-11T14:05:00'],
    ['mars 2024', '2024-03'], ['1er mars 2024', '2024-03-01'], ['15-mars-24', '2024-03-15'], ['15 août 2023', '2023-08-15'], ['2024', '2024'], ['03/2024', '2024-03'], ['45366', '2024-03-15'],
    ['vendredi 15 mars 2024', '2024-03-15'], ['mars 24', '2024-03'], ['mars-24', '2024-03'], ['15/03/2024 à 14h05', '2024-03-15T14:05:00'], ['3/11/20 23:38', '2020-11-03T23:38:00'], ['15 mars', undefined], ['printemps 2024', undefined], ['0000-00-00 00:00:00', undefined],
    ['31/02/2024', undefined], ['29/02/2023', undefined], ['29/02/2024', '2024-02-29'], ['bonjour', undefined], ['12', undefined], ['25:00', undefined]
  ])('%s', (text, iso) => {
    expect(readDate(text)?.iso).toBe(iso);
  });

  it('says what is doubtful', () => {
    expect([readDate('01/02/03')?.doubt, readDate('03/25/2024')?.doubt, readDate('15/03/24')?.doubt, readDate('45366')?.doubt, readDate('15/03/2024')?.doubt]).toEqual(['order', 'month_first', 'century', 'serial', undefined]);
  });

  it('serials: the false 29 February 1900, the 1904 system', () => {
    expect([1, 59, 61, 45_366.5].map((serial) => serialDate(serial, false)?.iso)).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2024-03-15T12:00:00']);
    expect(serialDate(43_904, true)?.iso).toBe('2024-03-15');
  });
});

it('missing words keep their reason; 0, FAUX and Aucun are answers', () => {
  expect(['NSP', 'Ne sait pas', '?', 'nc', 'N.C.', 'NR', '-', '/', 'sans objet', 'SO', 'N/A', ' '].map(missingWord)).toEqual(['dont_know', 'dont_know', 'dont_know', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'not_applicable', 'not_applicable', 'not_applicable', 'no_answer']);
  expect(['Je ne sais pas', 'non renseigné', '\u00a0', 'x', '(vide)', 'à préciser', 'Sans objet.', 'Non concerné(e)', '#N/A'].map(missingWord)).toEqual(['dont_know', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'not_applicable', 'not_applicable', 'not_applicable']);
  expect(['0', 'FAUX', 'Aucun', 'Non', 'constructor', '99'].map(missingWord)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});

it('ticks', () => {
  expect(['Y', 'X', 'Oui', '1', 'VRAI', 'TRUE', '✓'].map((text) => readTick(text))).toEqual(Array(7).fill(true));
  expect(['N', 'Non', '0', 'FAUX', 'False'].map((text) => readTick(text))).toEqual(Array(5).fill(false));
  expect(['', 'peut-être', '2', 'toString'].map((text) => readTick(text))).toEqual(Array(4).fill(undefined));
});

it('folding ignores accents, case, punctuation, spaces and tags', () => {
  expect(fold('  L’Alimentation<br/>durable,\u00a0POUR&nbsp;toutes ! ')).toBe(fold("l'alimentation durable pour toutes"));
  expect(fold('Cœur')).toBe('coeur');
});

it('brackets', () => {
  expect(splitBrackets('Soutien [Des élus]')).toEqual({ label: 'Soutien', item: 'Des élus' });
  expect(splitBrackets('Soutien [Des élus][Avant]')).toEqual({ label: 'Soutien', item: 'Des élus', scale: 'Avant' });
  expect(splitBrackets('Choix [a [b]]')).toEqual({ label: 'Choix', item: 'a [b]' });
  expect(splitBrackets('Sans crochet')).toBeUndefined();
});

describe('several answers in one cell', () => {
  const option = (code: string, fr: string) => ({ code, label: { fr, en: fr } });
  const matcher = new OptionMatcher([option('a', 'Accès'), option('f', 'Formation'), option('fs', 'Formation, sensibilisation, accompagnement'), option('p', 'Plaidoyer')]);
  const match = (text: string, separator?: string) => matchJoined(text, matcher, separator, () => undefined);

  it('declared options, longest first, whatever the separator', () => {
    expect(match('Accès, Formation, sensibilisation, accompagnement, Plaidoyer')).toEqual({ options: ['a', 'fs', 'p'], residue: [] });
    expect(match('Formation; accès')).toEqual({ options: ['f', 'a'], residue: [] });
    expect(match('plaidoyer;Tiers-lieu ; ferme')).toEqual({ options: ['p'], residue: ['Tiers-lieu ; ferme'] });
    expect(match('a p', ' ')).toEqual({ options: ['a', 'p'], residue: [] });
  });

  it('without a declared list, fragments that never part are one option', () => {
    const cells: [string, number][] = [['Accès, Formation, sensibilisation, accompagnement', 2], ['Formation, sensibilisation, accompagnement, Plaidoyer', 1], ['Accès, Plaidoyer', 3]];
    expect(Object.fromEntries(findJoinedOptions(cells, ', ').counts)).toEqual({ Accès: 5, 'Formation, sensibilisation, accompagnement': 3, Plaidoyer: 4 });
    expect(looksJoined([['Oui, plutôt', 5], ['Non, pas du tout', 4], ['Oui, tout à fait', 3]], ', ')).toBe(false);
  });

  it('separators of each tool', () => {
    expect(splitJoined('Accès;Tiers-lieu ; ferme', ';')).toEqual(['Accès', 'Tiers-lieu ; ferme']);
    expect(splitJoined('Accès;Plaidoyer;', ';')).toEqual(['Accès', 'Plaidoyer']);
    expect(splitJoined('a, "b, ""c""", d', 'csv')).toEqual(['a', 'b, "c"', 'd']);
    expect([isQuotedList('a, "b, c"'), isQuotedList('il dit "a, b" souvent'), isQuotedList('a, b')]).toEqual([true, false, false]);
  });
});

it('a heading is often a shortened question', () => {
  expect(closeness('Budget annuel (€)', 'Quel est le budget annuel de la caisse, toutes ressources comprises, en euros ?')).toBeGreaterThan(0.8);
  expect(closeness('Nombre de participants', 'Combien de bénévoles participent régulièrement ?')).toBeLessThan(0.6);
});

it('an option with commas in its parentheses is one answer', () => {
  expect(splitJoined('Structure (coopérative, SCIC), Association', ', ')).toEqual(['Structure (coopérative, SCIC)', 'Association']);
  expect(looksJoined([['Structure (coopérative, SCIC)', 3], ['Association', 18], ['Organisme (CAF, MSA, CPAM)', 2]], ', ')).toBe(false);
  expect(looksJoined([['Lyon, Rhône', 4], ['Nantes, Loire', 3]], ', ')).toBe(false);
  expect(looksJoined([['Lait, Pain', 4], ['Pain', 3], ['Lait', 2]], ', ')).toBe(true);
});
