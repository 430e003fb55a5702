import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { facetValues } from '#lib/domain/directory/facets.ts';
import { TERRITORY_TYPES, TERRITORY_TYPE_LABELS, territoryTypeNamed } from '#lib/domain/directory/territory-types.ts';
import { densityGrid, readDensityGrid, withTerritoryTypes } from '#lib/server/geography/density-grid.ts';
import { readGridRows, type KnownCommunes } from '#lib/server/geography/density-grid-rows.ts';
import { gazetteer } from '#lib/server/geography/gazetteer.ts';

/** The layout of the file published by INSEE (grille_densite_7_niveaux, Licence Ouverte): title, notes, header, rows. Levels of these rows are made up. */
const PUBLISHED = [
  ['Grille communale de densité à 7 niveaux', '', '', ''],
  ['Mise en ligne le 22/05/2023', '', '', ''],
  ['', '', '', ''],
  ['Code\nCommune', 'Libellé', 'Degré de densité', 'Libellé degré'],
  ['CODGEO', 'LIBGEO', 'DENS', 'LIBDENS'],
  ['01001', "L'Abergement-Clémenciat", '6', 'Rural à habitat dispersé'],
  ['61169', 'Flers', '3', 'Petites villes'],
  ['75056', 'Paris', '1', 'Grands centres urbains'],
  ['01015', 'Arboys en Bugey', '7', 'Rural à habitat très dispersé']
];
const known = (codes: Record<string, string>): KnownCommunes => ({ current: (code) => codes[code], count: new Set(Object.values(codes)).size });
const CODES = { '01001': '01001', '61169': '61169', '75056': '75056', '01015': '01015' };
const read = (rows: string[][], codes: Record<string, string> = CODES) => readGridRows(rows, known(codes));
const reason = (rows: string[][], codes?: Record<string, string>) => {
  const found = read(rows, codes);
  return 'reason' in found ? found.reason.fr : 'accepted';
};

describe('the rows of the density grid', () => {
  it('are read below the title, by the names of the levels', () => {
    const found = read(PUBLISHED);
    expect('types' in found && Object.fromEntries(found.types)).toEqual({ '01001': 'rural_disperse', '61169': 'petites_villes', '75056': 'grands_centres', '01015': 'rural_tres_disperse' });
  });

  it('names are those of every published spelling', () => {
    for (const type of TERRITORY_TYPES) expect(territoryTypeNamed(TERRITORY_TYPE_LABELS[type].fr)).toBe(type);
    expect([territoryTypeNamed('Bourg rural'), territoryTypeNamed('GRANDS CENTRES URBAINS'), territoryTypeNamed('Petite ville'), territoryTypeNamed('Rural'), territoryTypeNamed('')]).toEqual(['bourgs_ruraux', 'grands_centres', 'petites_villes', undefined, undefined]);
  });

  it('of former communes count for the commune of today, when they agree', () => {
    const merged = { ...CODES, '01015': '01999', '01016': '01999', '61169': '61888' };
    const found = read([...PUBLISHED, ['01016', 'Arbigny', '7', 'Rural à habitat dispersé']], merged);
    expect('types' in found ? 'accepted' : found.reason.fr).toContain('3 communes sur 4');
    const agreed = read([...PUBLISHED, ['01016', 'Arbigny', '7', 'Rural à habitat très dispersé']], merged);
    expect('types' in agreed && [agreed.types.get('01999'), agreed.types.get('61888')]).toEqual(['rural_tres_disperse', 'petites_villes']);
  });

  it('are refused with what is wrong', () => {
    expect(reason([['a', 'b'], ['1', '2']])).toContain('Aucune colonne CODGEO');
    expect(reason(PUBLISHED.map((row) => row.slice(0, 3)))).toContain('Aucune colonne ne nomme les sept niveaux');
    expect(reason([...PUBLISHED, ['01004', 'Ambérieu', '9', 'Ville nouvelle']])).toContain('01004 « Ville nouvelle »');
    expect(reason([...PUBLISHED, ['75056', 'Paris', '2', 'Bourgs ruraux']])).toContain('75056 a deux niveaux');
    expect(reason(PUBLISHED.slice(0, 8))).toContain('3 communes sur 4');
    expect(reason([])).toContain('CODGEO');
  });
});

describe('the file of the density grid', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'grid-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Every commune of today, at a made-up level. */
  const whole = () => [...PUBLISHED.slice(0, 5), ...[...gazetteer().communes.keys()].map((code, at) => [code, 'x', '1', TERRITORY_TYPE_LABELS[TERRITORY_TYPES[at % 7]!].fr])];

  it('is not needed: without it nothing is stated', async () => {
    expect(await densityGrid(folder)).toBeUndefined();
    const initiatives = [{ places: [] }] as unknown as Initiative[];
    expect(withTerritoryTypes(initiatives, undefined)).toBe(initiatives);
  });

  it('is read as INSEE publishes it, XLSX or CSV, and again when it changes', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Grille_Densite', rows: whole() }] });
    writeFileSync(join(folder, 'grille-densite.xlsx'), bytes);
    const grid = await densityGrid(folder);
    expect(grid?.size).toBe(gazetteer().communes.size);
    expect(await densityGrid(folder)).toBe(grid);
    const csv = await readDensityGrid(new TextEncoder().encode(whole().map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')), 'grille-densite.csv');
    expect([...csv]).toEqual([...(grid ?? [])]);
    writeFileSync(join(folder, 'grille-densite.xlsx'), 'no workbook');
    await expect(densityGrid(folder)).rejects.toMatchObject({ code: 'density_grid_refused', status: 422, details: { file: 'grille-densite.xlsx' } });
  });

  it('gives an initiative the types of all its communes, densest first', () => {
    const place = (commune?: string) => ({ ...(commune ? { commune } : {}), departement: '01', region: '84', longitude: 5, latitude: 46, precision: 'commune' as const, role: 'seat' as const });
    const initiative: Initiative = { slug: 'a', name: 'A', kind: 'caisse', status: 'active', provenance: 'documented', places: [place('01001'), place('61169'), place()], territory: '', leadType: 'inconnu', sources: [] };
    const grid = new Map([['01001', 'rural_disperse'], ['61169', 'petites_villes']] as const);
    const [typed, unknown] = withTerritoryTypes([initiative, { ...initiative, places: [place('99999')] }], grid);
    expect(typed?.territoryTypes).toEqual(['petites_villes', 'rural_disperse']);
    expect(facetValues(typed!).territory_type).toEqual(['petites_villes', 'rural_disperse']);
    expect(facetValues(unknown!).territory_type).toEqual(['x']);
    expect(facetValues(initiative).territory_type).toEqual(['x']);
  });
});
