import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/lib/reading/containers/open.ts';
import { readFile } from '../../src/lib/reading/read.ts';
import { ReadingRefusal } from '../../src/lib/reading/refusal.ts';
import { xlsx, zip } from './archives.ts';
import { closes, fixture, question } from './fixtures.ts';

const KINDS = [
  ['Nom', 'Part', 'Date', 'Budget', 'Actif', 'Somme', 'Durée'],
  ['Caisse A', '37%', '2024-03-15', '1234.56', 'TRUE', '456.7872', '36:00:00'],
  ['Caisse B', '37.5%', '2023-03-15T12:00:00', '129000', 'FALSE', '129001', '06:00:00'],
  [],
  ['Caisse C', '', 'mars 2024', '10']
];
const later = (iso: string) => iso.replace('2024-03-15', '2028-03-16').replace('2023-03-15', '2027-03-16');

describe('the same sheet as LibreOffice writes it', () => {
  it.each(['kinds.xls', 'kinds.xlsx', 'kinds.ods'])('%s: percentages, dates, amounts, booleans, formulas, durations', async (name) => {
    expect([...(await openFile(fixture(`spreadsheets/${name}`), name)).grid.rows]).toEqual(KINDS);
    const reading = await readFile(fixture(`spreadsheets/${name}`), name);
    expect(closes(reading)).toEqual({ rows: true, cells: true });
    expect(question(reading, 'Part').numbers).toMatchObject({ sum: 74.5, percent: true });
  });

  it.each(['kinds_1904.xls', 'kinds_1904.xlsx'])('%s: dates count from 1904', async (name) => {
    expect([...(await openFile(fixture(`spreadsheets/${name}`), name)).grid.rows]).toEqual(KINDS.map((row) => row.map(later)));
  });

  it('an old .xls with a title, blank rows and a total is read like the text that it was made from', async () => {
    const [old, text] = await Promise.all([readFile(fixture('spreadsheets/excel_fr_edited.xls'), 'a.xls'), readFile(fixture('excel_fr_cp1252_edited.csv'), 'a.csv')]);
    expect([old.headerRows, old.responseRows, old.ignoredRows.filter(({ reason }) => reason !== 'blank')]).toEqual([text.headerRows, text.responseRows, text.ignoredRows.filter(({ reason }) => reason !== 'blank')]);
    expect(old.questions.map(({ id, type, answered, missing, numbers }) => ({ id, type, answered, missing, sum: numbers?.sum }))).toEqual(text.questions.map(({ id, type, answered, missing, numbers }) => ({ id, type, answered, missing, sum: numbers?.sum })));
  });
});

describe('a workbook protected by a password is refused as such', () => {
  it.each(['protected.xls', 'protected.xlsx', 'protected.ods'])('%s', async (name) => {
    await expect(readFile(fixture(`spreadsheets/${name}`), name)).rejects.toMatchObject({ code: 'encrypted' });
  });

  it('encrypted as recent Excel does', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['Nom', 'Budget'], ['Caisse A', 1]] }], encryption: { password: 'caisse', spinCount: 1000 } });
    await expect(readFile(bytes, 'a.xlsx')).rejects.toMatchObject({ code: 'encrypted' });
  });
});

describe('formulas without a value', () => {
  it('XLSX: TRUE() is read, the others are asked about', async () => {
    const cell = (ref: string, inside: string, type = '') => `<c r="${ref}"${type}>${inside}</c>`;
    const text = (ref: string, content: string) => cell(ref, `<is><t>${content}</t></is>`, ' t="inlineStr"');
    const rows = [`<row r="1">${text('A1', 'Actif')}${text('B1', 'Budget')}${text('C1', 'Note')}</row>`];
    for (const row of [2, 3]) rows.push(`<row r="${row}">${cell(`A${row}`, '<f>TRUE()</f>')}${cell(`B${row}`, '<f>SUM(D2:E2)</f>')}${text(`C${row}`, '=1+1')}</row>`);
    const reading = await readFile(xlsx(rows.join('')), 'a.xlsx');
    expect(reading.grid.rows.row(2)).toEqual(['TRUE', '=SUM(D2:E2)', '=1+1']);
    expect(reading.asks.filter(({ code }) => code === 'formula_without_value')).toEqual([{ code: 'formula_without_value', where: { row: 2, column: 2 }, choices: ['accept', 'correct_file'], details: { count: 2, seen: '=SUM(D2:E2)' } }]);
  });

  it('ODS: likewise', async () => {
    const cell = (formula: string) => `<table:table-cell table:formula="of:=${formula}"/>`;
    const text = (content: string) => `<table:table-cell office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
    const { grid } = await openFile(ods(`<table:table-row>${text('Actif')}${text('Budget')}</table:table-row><table:table-row>${cell('TRUE()')}${cell('SUM([.D2])')}</table:table-row>`), 'a.ods');
    expect(grid.rows.row(2)).toEqual(['TRUE', '=SUM([.D2])']);
    expect(grid.notices).toEqual([{ code: 'formula_without_value', where: { row: 2, column: 2 }, choices: ['accept', 'correct_file'], details: { count: 1, seen: '=SUM([.D2])' } }]);
  });
});

describe('OpenDocument', () => {
  it('paragraphs, spaces, notes beside a cell, repeated cells and rows, merged and hidden columns', async () => {
    const cells = '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><office:annotation><text:p>à revoir</text:p></office:annotation><text:p>Un<text:s text:c="2"/>&amp; deux</text:p><text:p>trois<text:line-break/>quatre</text:p></table:table-cell><table:covered-table-cell/>';
    const rows = `<table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cells}</table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`;
    const { grid } = await openFile(ods(rows), 'a.ods');
    expect([...grid.rows]).toEqual([['Un  & deux\ntrois\nquatre'], ['', '1.5', '1.5'], ['', '1.5', '1.5']]);
    expect([grid.merges, grid.hiddenColumns]).toEqual([[{ fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 2 }], [2]]);
  });

  it('a cell stranded far below is put aside', async () => {
    const text = (content: string) => `<table:table-row><table:table-cell office:value-type="string"><text:p>${content}</text:p></table:table-cell></table:table-row>`;
    const { grid } = await openFile(ods(`${text('Nom')}${text('A')}<table:table-row table:number-rows-repeated="50000"><table:table-cell/></table:table-row>${text('x')}`), 'a.ods');
    expect([grid.rows.length, grid.stray]).toEqual([2, [{ row: 50_003, cells: ['x'] }]]);
  });
});

it('an old .xls damaged anywhere gives a reading or a refusal', async () => {
  const whole = fixture('spreadsheets/kinds.xls');
  const from = performance.now();
  let readings = 0;
  for (let i = 0; i < 400; i++) {
    const bytes = i % 3 === 0 ? whole.slice(0, (whole.length * i) / 400) : whole.map((byte, at) => ((at * 2_654_435_761 + i * 40_503) % 997 < 3 ? (byte + i) & 255 : byte));
    try {
      const reading = await readFile(bytes, 'a.xls');
      expect(closes(reading), `damage ${i}`).toEqual({ rows: true, cells: true });
      readings++;
    } catch (error) {
      if (!(error instanceof ReadingRefusal)) throw new Error(`damage ${i}`, { cause: error });
    }
  }
  expect(readings).toBeGreaterThan(0);
  expect(performance.now() - from).toBeLessThan(10_000);
});

function ods(rows: string): Uint8Array {
  return zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', data: `<office:document-content><office:body><office:spreadsheet><table:table table:name="Feuille1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>` }]);
}
