import { beforeAll, describe, expect, test } from 'vitest';
import { attack } from '#lib/domain/confidentiality/attack.ts';
import { publishTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedGroup, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { known } from '#lib/domain/indicators/row-share.ts';
import { imageDescription, lecture, methodNotes } from '#lib/domain/indicators/sentences/index.ts';
import { isPossiblePercentage } from '#lib/domain/statistics/share.ts';
import { census, indicators, wave } from './shipped.ts';

let tables: PublishedTable[];
beforeAll(async () => {
  tables = publishTables([await wave('2025', 'results-survey814275.csv')], indicators);
});

const find = (id: string): PublishedTable => tables.find((table) => table.id === `2025.${id}`) as PublishedTable;
const all = (id: string): PublishedGroup => find(id).groups[0] as PublishedGroup;
const count = (id: string, code: string): number | undefined => known(all(id).rows.find((row) => row.code === code)?.count);

/**
 * Centre d'études et de prospective, « Panorama des expérimentations inspirées de la Sécurité sociale de l'alimentation », 19 December 2025:
 * every figure that it publishes, recomputed from the file an editor receives.
 */
describe('the published figures', () => {
  test('105 initiatives, 60 caisses, 32 answers', () => {
    expect(census()).toHaveLength(105);
    expect(all('objectives')).toMatchObject({ population: { value: 60 }, respondents: { value: 32 }, answered: { value: 32 } });
  });
  test('28 of 32 pursue access, 46 to 56 of the 60, 28 to 56 whatever the silent ones do', () => {
    const access = all('objectives').rows.find((row) => row.code === 'access');
    expect(access).toMatchObject({ count: { value: 28 }, bounds: { low: 28, high: 56 } });
    expect(access?.intervals).toContainEqual({ method: 'hypergeometric', level: 0.95, low: 46, high: 56 });
  });
  test('half have 20 to 50 participants, three more than 300', () => {
    expect(count('participants_classes', '20_to_50')).toBe(16);
    expect(count('participants_classes', 'over_300')).toBe(3);
    expect(known(all('participants_classes').answered)).toBe(32);
  });
  test('most are led by associations, four by local authorities', () => {
    expect(count('lead_type', 'association')).toBeGreaterThan(16);
    expect(count('lead_type', 'collectivite')).toBe(4);
  });
  test('mean shares of 37, 28 and 35 %', () => {
    const shares = all('funding_mix').rows.map((row) => [row.code, Math.round(100 * (known(row.meanOfShares) ?? 0))]);
    expect(Object.fromEntries(shares)).toEqual({ self: 37, private: 28, public: 35 });
  });
  test('a median budget of 129 500 €', () => expect(known(all('annual_budget').summary?.median)).toBe(129_500));
  test('11 detail their funders, 597 662 € come from foundations', () => {
    expect(known(all('funding_amounts').answered)).toBe(11);
    expect(known(all('funding_amounts').rows.find((row) => row.code === 'foundations_funds')?.total)).toBe(597_662);
  });
  test('national funders support fewer projects for an equivalent total', () => {
    const amounts = all('funding_amounts').rows;
    const [national, departmental, local] = ['national', 'departmental', 'local'].map((code) => amounts.find((row) => row.code === code));
    expect(known(national?.count)).toBeLessThan(known(departmental?.count) ?? 0);
    expect(known(national?.count)).toBeLessThan(known(local?.count) ?? 0);
    for (const other of [departmental, local]) expect(Math.abs((known(national?.total) ?? 0) / (known(other?.total) ?? 1) - 1)).toBeLessThan(0.1);
  });
  test('"20 % of the 11" has no count', () => expect(isPossiblePercentage('20 %', 11)).toBe(false));
});

test('nothing hidden is found again in the whole edition', () => {
  expect(attack(tables)).toEqual([]);
  expect(JSON.stringify(tables)).toContain('"status":"c"');
});

test('no caisse is named anywhere', () => {
  const text = JSON.stringify(tables);
  for (const { slug, name } of census()) {
    expect(text).not.toContain(slug);
    expect(text).not.toContain(`"${name}"`);
  }
});

test.each(['fr', 'en'] as const)('every table speaks, in %s', (lang) => {
  for (const table of tables) {
    for (const base of table.bases) {
      const sentences = [lecture(table, lang, base), imageDescription(table, lang, base), ...methodNotes(table, lang, undefined, { base }).map((note) => note.text)];
      for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}|\.\.|Infinity/);
      if (lang === 'fr') for (const sentence of sentences) expect(sentence).not.toMatch(/ [;:!?%»]|« |\p{L}'\p{L}/u);
    }
  }
});
