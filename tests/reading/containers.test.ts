import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/lib/reading/containers/open.ts';
import { kindOfFormat } from '../../src/lib/reading/containers/xlsx/formats.ts';
import { parseDelimited } from '../../src/lib/reading/containers/delimited.ts';
import { readFile } from '../../src/lib/reading/read.ts';
import { xlsx, xlsxParts, zip } from './archives.ts';
import { closes, counts, fixture, question, readText } from './fixtures.ts';

const number = (ref: string, value: string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const string = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const rowsOf = async (bytes: Uint8Array, name = 'a.xlsx', sheet?: string) => [...(await openFile(bytes, name, sheet)).grid.rows];

describe('text', () => {
  const table = 'Nom;Été;Note\nÉpicerie;"a;b";œuf\nPré;x;’\n';

  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-8 with BOM', (text: string) => new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16LE', (text: string) => Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])],
    ['UTF-16BE', (text: string) => Uint8Array.from([0xfe, 0xff, ...[...text].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255])])],
    ['UTF-16LE', (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))],
    ['Windows-1252', (text: string) => Uint8Array.from([...text].map((letter) => ({ œ: 0x9c, '’': 0x92 })[letter] ?? letter.charCodeAt(0)))]
  ])('%s', async (name, encode) => {
    const { grid } = await openFile(encode(table), 'file.csv');
    expect([grid.encoding, grid.delimiter]).toEqual([name, ';']);
    expect([...grid.rows]).toEqual([['Nom', 'Été', 'Note'], ['Épicerie', 'a;b', 'œuf'], ['Pré', 'x', '’']]);
  });

  it.each([[';'], [','], ['\t'], ['|'], [':']])('delimiter %j, found by parsing and not by counting', async (delimiter) => {
    const rows = [['Nom', 'Remarque', 'Part'], ['A', 'un, deux; trois; quatre', '37,5'], ['B', 'cinq, six', '12,25'], ['C', '', '0,4']];
    const { grid } = await openFile(new TextEncoder().encode(rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n')), 'a.txt');
    expect([grid.delimiter, grid.newline]).toEqual([delimiter, 'CRLF']);
    expect([...grid.rows]).toEqual(rows);
  });

  it('old Macintosh line ends and accents, a separator declared by Excel, a cut character, mojibake', async () => {
    const mac = Uint8Array.from([...'Nom;Ville\rCaf', 0x8e, ...';Mont', 0x8e, ...'limar\rPr', 0x8e, ...';', 0x83, ...'vian\r'].map((each) => (typeof each === 'string' ? each.charCodeAt(0) : each)));
    expect((await openFile(mac, 'a.csv')).grid).toMatchObject({ encoding: 'Macintosh', newline: 'CR' });
    expect(await rowsOf(mac, 'a.csv')).toEqual([['Nom', 'Ville'], ['Café', 'Montélimar'], ['Pré', 'Évian']]);
    expect((await openFile(new TextEncoder().encode('sep=|\r\na|b\r\n1|2\r\n'), 'a.csv')).grid.delimiter).toBe('|');
    const cut = new TextEncoder().encode('Nom;Été\nÉpicerie;é');
    expect((await openFile(cut.subarray(0, cut.length - 1), 'a.csv')).grid.notices?.map(({ code }) => code)).toEqual(['file_cut']);
    expect((await openFile(new TextEncoder().encode('Nom;Ã©tÃ©\nA;1\n'), 'a.csv')).grid.notices?.map(({ code }) => code)).toEqual(['encoded_twice']);
    expect((await openFile(new TextEncoder().encode('a;b\n1;"x\n2;3\n'), 'a.csv')).grid.notices?.map(({ code }) => code)).toEqual(['open_quote']);
  });

  it('quotes: doubled, closed too early, in the middle of a cell, line breaks inside', () => {
    expect(parseDelimited('a,"b ""c"" d","e\nf",5" pipe,"x"y\n', ',')).toEqual([['a', 'b "c" d', 'e\nf', '5" pipe', 'xy']]);
  });
});

describe('xlsx', () => {
  it('numbers, percentages, dates of both systems, durations, booleans, formulas', async () => {
    const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="# ##0,00\\ &quot;€&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>';
    const data =
      `<row r="1">${number('A1', '0.30000000000000004')}${number('B1', '0.375', 1)}${number('C1', '45366', 2)}${number('D1', '1.25', 3)}${number('E1', '1234.5', 4)}${number('F1', '45366.5', 5)}</row>` +
      '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><f>FALSE()</f></c><c r="C2"><f>A1+1</f><v>1.3</v></c><c r="D2"><f>A1+2</f></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="str"><f>A1&amp;"x"</f><v>0,3x</v></c></row>';
    expect(await rowsOf(xlsx(data, { styles }))).toEqual([
      ['0.3', '37.5%', '2024-03-15', '30:00:00', '1234.5', '2024-03-15T12:00:00'],
      ['TRUE', 'FALSE', '1.3', '=A1+2', '#N/A', '0,3x']
    ]);
    expect((await rowsOf(xlsx(data, { styles, workbookPr: '<workbookPr date1904="1"/>' })))[0]?.[2]).toBe('2028-03-16');
  });

  it('shared strings with runs, phonetic guides, escapes, entities', async () => {
    const strings = '<sst><si><t>a &amp; b</t></si><si><r><t xml:space="preserve">Jean </t></r><r><rPr><b/></rPr><t>Moulin</t></r><rPh><t>x</t></rPh></si><si><t>l1_x000D_&#10;l2</t></si><si/></sst>';
    const cells = [0, 1, 2, 3].map((i) => `<c r="${'ABCD'[i]}1" t="s"><v>${i}</v></c>`).join('');
    expect(await rowsOf(xlsx(`<row r="1">${cells}${string('E1', 'fin')}</row>`, { strings }))).toEqual([['a & b', 'Jean Moulin', 'l1\r\nl2', '', 'fin']]);
  });

  it('number formats', () => {
    expect(['dd/mm/yyyy', 'mmm-yy', '0.0%', '#,##0.00', '[h]:mm:ss', 'hh:mm', '"jour" 0', '[$-40C]d mmmm yyyy', '[Red]0;-0', 'General', 'Standard', 'jj/mm/aaaa'].map(kindOfFormat)).toEqual(['date', 'date', 'percent', 'number', 'duration', 'time', 'number', 'date', 'number', 'number', 'number', 'date']);
  });

  it('the fullest sheet is proposed, the others are asked about, a decision chooses', async () => {
    const bytes = await writeXlsx({ sheets: [
      { name: 'Lisez-moi', rows: [['Bonjour'], ['Ce fichier contient…']] },
      { name: 'Réponses', rows: [['Nom', 'Territoire', 'Part'], ['A', 'Urbain', 0.5], ['B', 'Rural', 0.2]] },
      { name: 'Calculs', rows: [['x', 'y'], [1, 2]] }
    ] });
    const reading = await readFile(bytes, 'a.xlsx');
    expect(reading.grid.sheet).toBe('Réponses');
    expect(reading.asks.find(({ code }) => code === 'sheet')?.choices).toEqual(['Réponses', 'Calculs']);
    expect((await readFile(bytes, 'a.xlsx', { decisions: { sheet: 'Calculs' } })).questions.map(({ label }) => label)).toEqual(['x', 'y']);
    await expect(readFile(bytes, 'a.xlsx', { decisions: { sheet: 'Zut' } })).rejects.toMatchObject({ code: 'unknown_sheet' });
  });

  it('hidden columns are read, and said', async () => {
    const data = [1, 2, 3].map((row) => `<row r="${row}">${string(`A${row}`, row === 1 ? 'Nom' : `Caisse ${row}`)}${string(`B${row}`, row === 1 ? 'Remarque' : 'x y')}</row>`).join('');
    const parts = zip([...xlsxParts(data).filter(({ name }) => !name.includes('sheet1')), { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${data}</sheetData></worksheet>` }]);
    const reading = await readFile(parts, 'a.xlsx');
    expect(reading.asks.map(({ code, details }) => [code, details?.['columns']])).toEqual([['hidden_columns', '2']]);
    expect(reading.questions).toHaveLength(2);
  });

  it('merged headings over two rows become one question', async () => {
    const data =
      `<row r="1">${string('A1', 'Nom')}${string('B1', 'Soutien')}${string('E1', 'Budget')}</row>` +
      `<row r="2">${string('B2', 'Élus')}${string('C2', 'Producteurs')}${string('D2', 'Habitants')}</row>` +
      [3, 4, 5].map((row) => `<row r="${row}">${string(`A${row}`, `Caisse ${row}`)}${string(`B${row}`, 'Un peu')}${string(`C${row}`, row === 3 ? 'Un peu' : 'Beaucoup')}${string(`D${row}`, 'Beaucoup')}${number(`E${row}`, String(row * 100))}</row>`).join('');
    const reading = await readFile(xlsx(data, { after: '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:D1"/><mergeCell ref="E1:E2"/></mergeCells>' }), 'a.xlsx');
    expect([reading.headerRows, reading.responseRows]).toEqual([[1, 2], [3, 4, 5]]);
    expect(question(reading, 'Soutien')).toMatchObject({ type: 'grid', columns: [2, 3, 4] });
    expect(question(reading, 'Soutien').rows?.map(({ label }) => label)).toEqual(['Élus', 'Producteurs', 'Habitants']);
    expect(question(reading, 'Budget').numbers?.sum).toBe(1200);
    expect(reading.asks.map(({ code }) => code)).toContain('header_rows');
    expect(closes(reading)).toEqual({ rows: true, cells: true });
  });
});

describe('other containers', () => {
  it('ods: sheets, numbers, percentages, dates', async () => {
    const bytes = await writeOds({ sheets: [{ name: 'Réponses', rows: [['Horodateur', 'Objectifs', 'Budget', 'Actif'], [new Date(Date.UTC(2026, 2, 10)), 'a; b', 1200.5, true], [new Date(Date.UTC(2026, 2, 11)), 'b', 3, false]] }] });
    const { grid } = await openFile(bytes, 'a.ods');
    expect([grid.container, grid.sheet]).toEqual(['ods', 'Réponses']);
    expect(grid.rows.slice(1).map((row) => [row[0]?.slice(0, 10), ...row.slice(1)])).toEqual([['2026-03-10', 'a; b', '1200.5', 'TRUE'], ['2026-03-11', 'b', '3', 'FALSE']]);
  });

  it('ods with a repeated cell over the whole sheet is refused', async () => {
    const cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';
    const bytes = zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', data: `<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>` }]);
    const from = performance.now();
    await expect(openFile(bytes, 'a.ods')).rejects.toMatchObject({ code: expect.stringMatching(/too_many_cells|sheet_too_wide|damaged_file/) as string });
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('zip of one table; ODK Central repeats are left out, and said', async () => {
    const one = await readFile(zip([{ name: 'Enquête.csv', data: fixture('gforms_fr_direct.csv') }, { name: '__MACOSX/._Enquête.csv', data: 'x' }]), 'a.zip');
    expect([one.tool.name, one.grid.container, one.responseRows.length]).toEqual(['Google Forms', 'zip', 6]);
    const odk = await readFile(zip([{ name: 'enquete.csv', data: fixture('odk_central_split.csv') }, { name: 'enquete-children.csv', data: 'name,PARENT_KEY,KEY\na,two,x\n' }]), 'a.zip');
    expect(odk.tool.name).toBe('ODK Central');
    expect(odk.asks.map(({ code }) => code)).toContain('tables_left_out');
  });
});

describe('shape', () => {
  it('duplicate headings stay two questions, and are asked about', async () => {
    const reading = await readText('Nom;Précisez;Part;Précisez\nA;x;1;y\nB;z;2;t\n');
    expect(reading.questions.map(({ id }) => id)).toEqual(['Nom', 'Précisez', 'Part', 'Précisez (2)']);
    expect(reading.asks.map(({ code, where }) => [code, where.column])).toContainEqual(['duplicate_header', 4]);
  });

  it('notes under the table, totals, blank columns inside', async () => {
    const reading = await readText('Nom;;Territoire;Budget\nA;;Urbain;100\nB;;Rural;200\n\nTotal général;;;300\n\nSource : enquête 2026\n* données provisoires\n');
    expect(reading.ignoredRows.map(({ row, reason }) => [row, reason])).toEqual([[1, 'header'], [4, 'blank'], [5, 'total'], [6, 'blank'], [7, 'note'], [8, 'note']]);
    expect(reading.columns.map(({ role }) => role)).toEqual(['value', 'empty', 'value', 'value']);
    expect(closes(reading)).toEqual({ rows: true, cells: true });
  });

  it('a decision on header rows is followed', async () => {
    const text = 'a;b;c\nNom;Territoire;Budget\nA;Urbain;100\nB;Rural;200\n';
    expect((await readText(text)).headerRows).toEqual([1]);
    const decided = await readText(text, 'a.csv', { decisions: { headerRows: [2] } });
    expect([decided.headerRows, decided.responseRows]).toEqual([[2], [3, 4]]);
    expect(counts(question(decided, 'Territoire').options)).toEqual({});
  });

  it('headings without a response are said', async () => {
    const reading = await readText('id;submitdate;lastpage;startlanguage;Q1\n');
    expect([reading.responseRows.length, reading.asks.map(({ code }) => code)]).toEqual([0, ['no_response']]);
  });
});
