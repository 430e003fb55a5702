import { describe, expect, test } from 'vitest';
import { bindText, checkText, parsePlaceholder } from '#lib/domain/indicators/bound-text/index.ts';
import { group, ok, row, secret, table } from './tables.ts';

const tables = [
  table([group([row('access', 'Accès', ok(28), { bounds: { low: 28, high: 56 } }), row('rare', 'Rare', secret)])]),
  table([group([row('access', 'Accès', ok(33))], { respondents: ok(38), answered: ok(38) })], { id: '2026.objectives', wave: '2026' }),
  table([group([row('foundations_funds', 'Fondations', ok(9), { total: ok(597662) })], { answered: ok(11) })], { id: '2025.funding_amounts', indicator: 'funding_amounts', measure: 'amounts_by_item', unit: 'eur_since_creation' }),
  table([group([]), group([row('access', 'Accès', ok(15))], { code: 'association', answered: ok(18) })], { id: '2025.objectives.by.lead_type', breakdown: 'lead_type' })
];
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const codes = (template: string, lang: 'fr' | 'en' = 'fr'): string[] => checkText(template, tables, lang).map((each) => each.code);

describe('binding', () => {
  test('counts, bases, shares, amounts, bounds', () => {
    const template = '{{objectives.access.n@2025}} sur {{objectives.access.base@2025}} ({{objectives.access.share@2025}}), entre {{objectives.access.low@2025}} et {{objectives.access.high@2025}} ; {{funding_amounts.foundations_funds.total}}';
    expect(plain(bindText(template, tables, 'fr').text)).toBe('28 sur 32 (87,5 %), entre 28 et 56 ; 597 662 €');
    expect(bindText('{{objectives.access.share@2025}} of {{objectives.answered@2025}}, {{funding_amounts.foundations_funds.total}}', tables, 'en').text).toBe('87.5% of 32, €597,662');
  });
  test('the newest wave when none is named, a group when one is', () => {
    expect(bindText('{{objectives.access.n}}', tables, 'fr').text).toBe('33');
    expect(bindText('{{objectives.access.n@2025|lead_type=association}} sur {{objectives.access.base@2025|lead_type=association}}', tables, 'fr').text).toBe('15 sur 18');
  });
  test('what cannot be given is told, never left blank', () => {
    expect(bindText('{{objectives.rare.n@2025}} {{objectives.nothing.n}} {{nothing}}', tables, 'fr')).toMatchObject({ text: 'c x x', problems: [{ code: 'hidden' }, { code: 'unknown' }, { code: 'unreadable' }] });
  });
  test('a placeholder is read whole', () => {
    expect(parsePlaceholder('{{ objectives.access.n @2025-demo | lead_type = association = 28 }}')).toMatchObject({ indicator: 'objectives', row: 'access', member: 'n', wave: '2025-demo', breakdown: 'lead_type', group: 'association', expected: '28' });
    expect(parsePlaceholder('{{annual_budget.median}}')).toMatchObject({ indicator: 'annual_budget', member: 'median' });
    expect(parsePlaceholder('{{objectives.access.weight}}')).toBeUndefined();
  });
});

describe('checking', () => {
  test('20 % of 11 is refused, 18 % is not', () => {
    expect(codes('20 % des 11 caisses')).toContain('impossible');
    expect(codes('18 % des 11 caisses')).not.toContain('impossible');
    expect(codes('20 % des {{funding_amounts.foundations_funds.base}} caisses')).toContain('impossible');
    expect(codes('20% of the 11 caisses', 'en')).toContain('impossible');
  });
  test('stale', () => {
    expect(checkText('{{objectives.access.n=28}}', tables, 'fr')).toMatchObject([{ code: 'stale', blocking: true, details: { expected: '28', value: '33' } }]);
    expect(codes('{{funding_amounts.foundations_funds.total=597662}}')).toEqual([]);
    expect(codes('{{funding_amounts.foundations_funds.total=597 662 €}}')).toEqual([]);
  });
  test('a count above its base, a percentage of other numbers', () => {
    expect(codes('{{objectives.access.n}} sur 32')).toContain('exceeds');
    expect(codes('28 caisses sur 32 (87,5 %)')).not.toContain('mismatch');
    expect(codes('28 caisses sur 32 (91 %)')).toContain('mismatch');
    expect(codes('2 sur 11 (20 %)')).toContain('impossible');
  });
  test('typed figures are pointed out without blocking, years and prose are not', () => {
    expect(checkText('597 662 € pour 9 caisses', tables, 'fr').map(({ code, blocking, where }) => [code, blocking, where])).toEqual([
      ['unbound', false, '597 662 €'],
      ['unbound', false, '9 caisses']
    ]);
    expect(codes('Depuis 2024, deux régions sur trois.')).toEqual([]);
  });
  test('says where and why, in both languages', () => {
    const [first] = checkText('20 % des 11 caisses', tables, 'fr');
    expect(plain(first?.message.fr ?? '')).toBe('« 20 % des 11 » : aucun nombre entier de caisses ne peut donner ce pourcentage.');
    expect(first?.message.en).toContain('no whole number');
  });
});
