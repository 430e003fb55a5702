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
  ['paris 14', 'paris-caisses'],
  // Said with the words of the field, which most names do without.
  ['la caisse de Montpellier', 'montpellier-caisse-alimentaire-commune'],
  ['caisse de brest', 'brest-a-table'],
  ['la caisse de saint-étienne', 'saint-etienne-caisse-sociale'],
  ["caisse de l'alimentation de Toulouse", 'toulouse-caissalim'],
  ['SSA Toulouse', 'toulouse-caissalim'],
  ['sécu de l’alimentation bordeaux', 'bordeaux-ssa-etudiante'],
  ['caisse de Dieulefit', 'dieulefit-marche-du-lavoir'],
  ['projet Lorient', 'lorient-crea-ssa'],
  ['caisse alimentaire de Flers', 'flers-claf'],
  ['flers agglomération', 'flers-claf'],
  ['massif des Bauges', 'savoie-ssalsa'],
  ['caisse étudiante', 'bordeaux-ssa-etudiante'],
  ['caf de savoie', 'savoie-ssalsa'],
  ['caisses en Bretagne', 'brest-a-table'],
  // Arrondissements as they are written.
  ['lyon VIII', 'lyon-calim8'],
  ['LYON 08', 'lyon-calim8'],
  ['Lyon 8ème arrondissement', 'lyon-calim8'],
  ['Paris XIVe', 'paris-caisses'],
  ['69008', 'lyon-calim8'],
  // Names cut, joined, abbreviated.
  ['C.L.A.C', 'cadenet-clac'],
  ['créassa', 'lorient-crea-ssa'],
  ['soli cagnole', 'yonne-solicagnole'],
  ['Solicagnolle', 'yonne-solicagnole'],
  ['Ste Foy la Gde', 'gironde-caisse-commune'],
  ['Boën s/ Lignon', 'loire-forez-ssa-patias'],
  ['saint-herblin', 'nantes-cca44'],
  ['Königshoffen', 'strasbourg-koenigshoffen'],
  ['Lesignan', 'lezignan-caisse'],
  // A département before a région, or an EPCI, that only has its name in its own.
  ['Charente', 'charente-bulles'],
  ['9-3', 'seine-saint-denis-vitalim'],
  ['VRAC nantes', 'nantes-cca44'],
  ['mutuelles de France', 'grenoble-dalle']
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
  ['caf', 'savoie-ssalsa'],
  ['CU Bordeaux', 'gironde-caisse-commune'],
  ['département de la Gironde', 'gironde-caisse-commune'],
  ['dept 33', 'gironde-caisse-commune'],
  ['Gironde 33', 'gironde-caisse-commune'],
  ['grand lyon', 'lyon-calim8'],
  ['Finistère nord', 'morlaix-ssa'],
  ['ARA', 'grenoble-dalle'],
  ['PDL', 'nantes-cca44'],
  ['Ile de France', 'paris-caisses'],
  ['chèques alimentaires', 'seine-saint-denis-vitalim'],
  ['groupes locaux touraine', 'touraine-ssa-37']
];

describe('searching as people type', () => {
  it.each(FIRST)('"%s" finds %s first', (text, slug) => {
    expect(search(index, text).found[0]?.id).toBe(slug);
  });

  it.each(AMONG)('"%s" finds %s', (text, slug) => {
    expect(search(index, text).found.map(({ id }) => id)).toContain(slug);
  });

  it.each([[''], ['   '], ['zzzzzz'], ['brives charensac brioude'], ['99999'], ['Paris 11'], ['caisse de Zzzzville'], ['lyon XIX']])('"%s" finds nothing', (text) => {
    expect(search(index, text).found).toEqual([]);
  });

  it('a département number means the département, not any number', () => {
    const found = search(index, '61').found.map(({ id }) => id);
    expect(found).not.toContain('lyon-calim8');
    expect(found.length).toBeLessThan(6);
  });

  it('every word must be found', () => {
    expect(search(index, 'flers montpellier').found).toEqual([]);
  });

  it('says which words it did not insist on, and none when all are found', () => {
    expect(search(index, 'SSA Toulouse').without).toEqual(['SSA']);
    expect(search(index, "caisse de l'alimentation de Toulouse").without).toEqual(['caisse', 'alimentation']);
    expect(search(index, 'Flers, AGGLOMÉRATION').without).toEqual(['AGGLOMÉRATION']);
    for (const text of ['Caissalim Toulouse', 'caisse alimentaire de Flers', 'Zzzzville', 'caisse', '']) expect(search(index, text).without, text).toEqual([]);
  });

  it('puts what is in the Rhône before what is in Auvergne-Rhône-Alpes', () => {
    const found = search(index, 'rhône').found.map(({ id }) => id);
    expect(found.indexOf('lyon-calim8')).toBeLessThan(found.indexOf('grenoble-dalle'));
    expect(found).toContain('grenoble-dalle');
  });
});
