import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { writeCsv } from '#lib/server/exports/csv.ts';
import { INITIATIVE_COLUMNS } from '#lib/server/exports/initiative-columns.ts';
import { initiativesFile } from '#lib/server/exports/initiatives-file.ts';
import { generateInitiatives } from '../../domain/directory/generate.ts';

const edition: EditionSummary = {
  version: '2025.1',
  publishedAt: '2026-03-02T09:00:00.000Z',
  title: { fr: 'Édition', en: 'Edition' },
  note: { fr: '', en: '' },
  status: 'published',
  contentHash: 'ab'
};
const hostile: Initiative = {
  slug: 'hostile',
  name: '=HYPERLINK("http://example.org";"cliquez")',
  kind: 'caisse',
  status: 'active',
  provenance: 'documented',
  places: [
    { commune: '01004', communeName: 'Ambérieu-en-Bugey', departement: '01', region: '84', longitude: 5.36, latitude: 45.96, precision: 'commune', role: 'seat' }
  ],
  territory: '+33, « ici » ; "là"\nailleurs',
  leadType: 'association',
  contribution: '@SUM(A1)',
  allocation: '\tcaché',
  sources: ['-1+1']
};
const initiatives = [hostile, ...generateInitiatives(40, 11)];
const request = { initiatives, edition, query: '', lang: 'fr' as const, variant: 'standard' as const };
const parse = (text: string, delimiter: string) => Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, delimiter, skipEmptyLines: true });

describe('CSV', () => {
  it('starts with a BOM, ends its lines with CRLF, and reads back cell by cell', () => {
    const text = writeCsv(['a', 'b'], [['été; "oui"\nligne', -1.5], [undefined, 0]]);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(parse(text, ',').data).toEqual([{ a: 'été; "oui"\nligne', b: '-1.5' }, { a: '', b: '0' }]);
  });

  it('in French, separates with ; and writes decimals with a comma, and nothing else changes', async () => {
    const standard = parse(String(await initiativesFile('csv', request)), ',').data;
    const french = parse(String(await initiativesFile('csv', { ...request, variant: 'french' })), ';').data;
    expect(french.map((row) => ({ ...row, longitude: row.longitude?.replace(',', '.'), latitude: row.latitude?.replace(',', '.') }))).toEqual(standard);
    expect(french[0]?.longitude).toBe('5,36');
  });

  it('lets no text run as a formula, and leaves numbers alone', () => {
    const rows = [['=1+1', '+1', '-1', '@a', '\tb', '\rc', 'd=1'], [-1, -2.5, 0, 1, 2, 3, 4]];
    const [texts, numbers] = Papa.parse<string[]>(writeCsv([], rows).replace(/^\uFEFF\r\n/, ''), { skipEmptyLines: true }).data;
    expect(texts).toEqual(["'=1+1", "'+1", "'-1", "'@a", "'\tb", "'\rc", 'd=1']);
    expect(numbers).toEqual(['-1', '-2.5', '0', '1', '2', '3', '4']);
  });

  it('keeps the zeros of codes and never leaves an unknown text blank', async () => {
    const { data } = parse(String(await initiativesFile('csv', request)), ',');
    expect(data).toHaveLength(initiatives.length);
    expect(data[0]).toMatchObject({ insee_codes: '01004', departement: '01', epci: 'x', started_on: 'x', ended_on: 'z', participants: '', participants_status: 'x' });
    const texts = INITIATIVE_COLUMNS.filter((column) => column.type !== 'number').map((column) => column.name);
    for (const row of data) for (const name of texts) expect(row[name]).not.toBe('');
  });
});

describe('the same rows in every format', () => {
  it('XLSX holds the rows of the CSV, texts as texts, numbers as numbers, and a dictionary', async () => {
    const bytes = await initiativesFile('xlsx', request);
    const workbook = await readXlsx(bytes as Uint8Array);
    const [sheet, dictionary] = workbook.sheets;
    expect(sheet?.rows[0]).toEqual(INITIATIVE_COLUMNS.map((column) => column.name));
    expect(sheet?.rows).toHaveLength(initiatives.length + 1);
    const at = (name: string) => INITIATIVE_COLUMNS.findIndex((column) => column.name === name);
    expect(sheet?.rows[1]?.[at('insee_codes')]).toBe('01004');
    expect(sheet?.rows[1]?.[at('name')]).toBe(hostile.name);
    expect(sheet?.rows[1]?.[at('longitude')]).toBe(5.36);
    expect(dictionary?.rows).toHaveLength(INITIATIVE_COLUMNS.length + 1);
  });

  it('GeoJSON has one feature each, longitude first, and says its edition and licence', async () => {
    const file = JSON.parse(String(await initiativesFile('geojson', request)));
    expect(file.features).toHaveLength(initiatives.length);
    expect(file.features[0].geometry).toEqual({ type: 'Point', coordinates: [5.36, 45.96] });
    expect(file.edition.version).toBe('2025.1');
    expect(file.licence.name).toBe('Licence Ouverte 2.0');
    const placeless = initiatives.findIndex((initiative) => initiative.places.length === 0);
    expect(placeless).toBeGreaterThan(0);
    expect(file.features[placeless].geometry).toBeNull();
  });

  it('JSON gives the initiatives back as they are', async () => {
    const file = JSON.parse(String(await initiativesFile('json', { ...request, query: 'q=flers' })));
    expect(file.initiatives).toEqual(JSON.parse(JSON.stringify(initiatives)));
    expect([file.query, file.count]).toEqual(['q=flers', initiatives.length]);
  });
});
