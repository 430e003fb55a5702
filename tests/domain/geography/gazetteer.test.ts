import { describe, expect, it } from 'vitest';
import { departement, epciName, findCommune, gazetteer, region } from '#lib/server/geography/gazetteer.ts';
import { searchCommunes } from '#lib/server/geography/search-communes.ts';
import { findTerritory, listDepartements, listRegions, neighboursOf } from '#lib/server/geography/territories.ts';

describe('gazetteer', () => {
  it('holds the communes of the official code, all placed in metropolitan France or overseas', () => {
    const communes = [...gazetteer().communes.values()];
    expect(communes).toHaveLength(34_875);
    expect(communes.filter((commune) => !Number.isFinite(commune.latitude) || !Number.isFinite(commune.longitude))).toEqual([]);
    expect(communes.filter((commune) => commune.precision === 'commune').length).toBeGreaterThan(14_000);
  });

  // Mergers and renumberings of the official geographic code (INSEE, history of communes).
  it.each([
    ['20004', '2A004'],
    ['74011', '74010'],
    ['75114', '75056'],
    ['69388', '69123'],
    ['13201', '13055'],
    ['97608', '97608'],
    ['01340', '01015']
  ])('maps %s to the commune of today, %s', (old, current) => {
    expect(findCommune(old)?.code).toBe(current);
  });

  it('keeps the position of an arrondissement of Lyon and of Marseille, not that of the town hall', () => {
    const [eighth, lyon] = [findCommune('69388'), findCommune('69123')];
    expect(eighth?.name).toBe('Lyon 8e Arrondissement');
    expect(eighth?.latitude).not.toBe(lyon?.latitude);
    expect(Math.abs((eighth?.latitude ?? 0) - 45.735)).toBeLessThan(0.02);
  });

  it('does not know codes that never were', () => {
    expect(findCommune('99999')).toBeUndefined();
    expect(findCommune('')).toBeUndefined();
    expect(departement('20')).toBeUndefined();
    expect(region('83')).toBeUndefined();
  });

  it('names territories', () => {
    expect(departement('2A')?.name).toBe('Corse-du-Sud');
    expect(region('84')?.name).toBe('Auvergne-Rhône-Alpes');
    expect(epciName('200035814')).toBe('CA Flers Agglo');
  });

  it.each([
    ['saint die des vosges', '88413'],
    ['st dié', '88413'],
    ['ste foy la grande', '33402'],
    ['FLERS', '61169'],
    ['61100', '61169'],
    ['saint-denis (93)', '93066'],
    ['saint denis 974', '97411'],
    ['Oeting', '57521'],
    ['annecy-le-vieux', '74010'],
    ['sant etiene', '42218'],
    ['lyon 8', '69123']
  ])('finds "%s" as %s', (text, code) => {
    expect(searchCommunes(text, 5)[0]?.code).toBe(code);
  });

  it('finds nothing for nothing', () => {
    expect(searchCommunes('', 5)).toEqual([]);
    expect(searchCommunes('zzzzzzzz', 5)).toEqual([]);
  });
});

describe('territories', () => {
  it('has 18 régions and 101 départements, and no inhabitant lost between them', () => {
    const [regions, departements] = [listRegions(), listDepartements()];
    expect([regions.length, departements.length]).toEqual([18, 101]);
    const sum = (list: { population: number }[]) => list.reduce((total, row) => total + row.population, 0);
    expect(sum(regions)).toBe(sum(departements));
    expect(sum(regions)).toBeGreaterThan(67_000_000);
    expect(sum(regions)).toBeLessThan(70_000_000);
  });

  it('tells régions from départements that share a code', () => {
    expect(findTerritory('r-01')?.name).toBe('Guadeloupe');
    expect(findTerritory('01')?.name).toBe('Ain');
    expect(findTerritory('200046977')?.name).toBe('Métropole de Lyon');
    for (const wrong of ['r-99', '20', '1', 'r-1', '123456789', '../etc']) expect(findTerritory(wrong)).toBeUndefined();
  });

  it('knows neighbours, which are mutual', () => {
    const names = (id: string) => {
      const territory = findTerritory(id);
      return territory ? neighboursOf(territory).map((row) => row.name) : [];
    };
    expect(names('69').sort()).toEqual(['Ain', 'Isère', 'Loire', 'Saône-et-Loire']);
    expect(names('974')).toEqual([]);
    for (const departement of listDepartements()) {
      for (const neighbour of neighboursOf(departement)) expect(neighboursOf(neighbour).map((row) => row.id)).toContain(departement.id);
    }
  });
});
