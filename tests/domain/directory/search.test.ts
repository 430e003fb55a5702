import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIndex, search, type SearchIndex } from '#lib/domain/directory/search.ts';
import { searchDocument } from '#lib/server/directory/documents.ts';
import { findCommune } from '#lib/server/geography/gazetteer.ts';
import type { Kind, LeadType, Status } from '#lib/domain/census/initiative.ts';

let index: SearchIndex;

beforeAll(() => {
  const { data } = Papa.parse<Record<string, string>>(readFileSync('data/census/2025.csv', 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  index = buildIndex(
    data.map((row) =>
      searchDocument({
        slug: row.slug ?? '',
        name: row.name ?? '',
        kind: row.kind as Kind,
        status: row.status as Status,
        provenance: row.provenance === 'synthetic' ? 'synthetic' : 'documented',
        places: (row.insee_codes ?? '')
          .split('|')
          .flatMap((code) => findCommune(code) ?? [])
          .map((commune) => ({ ...commune, commune: commune.code, communeName: commune.name, role: 'seat' as const })),
        territory: row.territory ?? '',
        leadName: row.lead_name,
        leadType: (row.lead_type || 'inconnu') as LeadType,
        sources: []
      })
    )
  );
});

/** What a person types, and the initiative that must come first. */
const FIRST: [string, string][] = [
  ['Flers', 'flers-claf'],
  ['flers agglo', 'flers-claf'],
  ['FLERS AGGLO', 'flers-claf'],
  ['sainte foy la grande', 'gironde-caisse-commune'],
  ['Ste-Foy-la-Grande', 'gironde-caisse-commune'],
  ['saint etienne', 'saint-etienne-caisse-sociale'],
  ['St Étienne', 'saint-etienne-caisse-sociale'],
  ['st-etienne', 'saint-etienne-caisse-sociale'],
  ['calim8', 'lyon-calim8'],
  ['CALIM 8', 'lyon-calim8'],
  ['lyon 8e', 'lyon-calim8'],
  ['lyon 8ème', 'lyon-calim8'],
  ['Lyon 8', 'lyon-calim8'],
  ['caisalim', 'toulouse-caissalim'],
  ['caissalim toulouze', 'toulouse-caissalim'],
  ['montpelier', 'montpellier-caisse-alimentaire-commune'],
  ['Brest', 'brest-a-table'],
  ['a table', 'brest-a-table'],
  ['à table !', 'brest-a-table'],
  ['konigshoffen', 'strasbourg-koenigshoffen'],
  ['Strasbourg', 'strasbourg-koenigshoffen'],
  ['vitalim', 'seine-saint-denis-vitalim'],
  ["vital'im", 'seine-saint-denis-vitalim'],
  ['clac cadenet', 'cadenet-clac'],
  ['plaines d’Ariège', 'ariege-ccampa'],
  ['dieulefit', 'dieulefit-marche-du-lavoir'],
  ['marché du lavoir', 'dieulefit-marche-du-lavoir'],
  ['morlay', 'morlaix-ssa'],
  ['la ravoire', 'savoie-ssalsa'],
  ['lezignan corbieres', 'lezignan-caisse'],
  ['paris 14', 'paris-caisses']
];

/** What must be among the results, wherever. */
const AMONG: [string, string][] = [
  ['61', 'flers-claf'],
  ['Orne', 'flers-claf'],
  ['61100', 'flers-claf'],
  ['normandie', 'flers-claf'],
  ['basse normandie', 'flers-claf'],
  ['bretagne', 'brest-a-table'],
  ['midi pyrenees', 'toulouse-caissalim'],
  ['rhone alpes', 'lyon-calim8'],
  ['PACA', 'cadenet-clac'],
  ['haute garonne', 'toulouse-caissalim'],
  ['metropole de lyon', 'lyon-calim8'],
  ['caf', 'savoie-ssalsa']
];

describe('searching as people type', () => {
  it.each(FIRST)('"%s" finds %s first', (text, slug) => {
    expect(search(index, text)[0]?.id).toBe(slug);
  });

  it.each(AMONG)('"%s" finds %s', (text, slug) => {
    expect(search(index, text).map(({ id }) => id)).toContain(slug);
  });

  it.each([[''], ['   '], ['zzzzzz'], ['brives charensac brioude'], ['99999']])('"%s" finds nothing', (text) => {
    expect(search(index, text)).toEqual([]);
  });

  it('a département number means the département, not any number', () => {
    const found = search(index, '61').map(({ id }) => id);
    expect(found).not.toContain('lyon-calim8');
    expect(found.length).toBeLessThan(6);
  });

  it('every word must be found', () => {
    expect(search(index, 'flers montpellier')).toEqual([]);
  });
});
