import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/lib/reading/read.ts';
import { REFUSALS, ReadingRefusal } from '../../src/lib/reading/refusal.ts';
import { xlsx, xlsxParts, zip } from './archives.ts';
import { fixture } from './fixtures.ts';

const text = (value: string) => new TextEncoder().encode(value);
const cell = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const small = `<row r="1">${cell('A1', 'a')}${cell('B1', 'b')}</row><row r="2">${cell('A2', '1')}${cell('B2', '2')}</row>`;

/** Reads, expects a refusal, gives its code and how long it took. */
async function refused(bytes: Uint8Array, name: string): Promise<{ code: string; milliseconds: number; sentence: string }> {
  const from = performance.now();
  try {
    await readFile(bytes, name);
  } catch (error) {
    if (error instanceof ReadingRefusal) return { code: error.code, milliseconds: performance.now() - from, sentence: error.sentence('fr') };
    throw error;
  }
  throw new Error('not refused');
}

const sheetOf = (bytes: number) => `<row r="1">${cell('A1', 'x'.repeat(bytes))}</row>`;
const bomb = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>';

/** File by file: what it is, the code it is refused with. */
const CASES: { what: string; name: string; bytes: () => Uint8Array; code: keyof typeof REFUSALS }[] = [
  { what: 'an empty file', name: 'a.csv', bytes: () => new Uint8Array(0), code: 'empty_file' },
  { what: 'nothing but spaces', name: 'a.csv', bytes: () => text('  \n \n'), code: 'empty_file' },
  { what: 'a sheet without a cell', name: 'a.xlsx', bytes: () => xlsx(''), code: 'empty_file' },
  { what: 'an archive whose directory declares 3 GB', name: 'a.xlsx', bytes: () => zip(xlsxParts(small).map((part) => (part.name.includes('sheet1') ? { ...part, declared: 3_000_000_000 } : part))), code: 'zip_bomb' },
  { what: 'a thousandfold compressed sheet', name: 'a.xlsx', bytes: () => xlsx(sheetOf(60_000_000)), code: 'zip_bomb' },
  { what: 'a bomb whose directory lies', name: 'a.xlsx', bytes: () => zip(xlsxParts(sheetOf(60_000_000)).map((part) => (part.name.includes('sheet1') ? { ...part, declared: 2_000 } : part))), code: 'zip_bomb' },
  { what: 'a bomb among several tables', name: 'a.zip', bytes: () => zip([{ name: 'a.csv', data: 'a,b\n'.repeat(20_000_000) }]), code: 'zip_bomb' },
  { what: 'XML entities in a sheet', name: 'a.xlsx', bytes: () => xlsx(small, { before: bomb }), code: 'xml_bomb' },
  { what: 'XML entities in the shared strings', name: 'a.xlsx', bytes: () => xlsx(small, { strings: `${bomb}<sst><si><t>&lol2;</t></si></sst>` }), code: 'xml_bomb' },
  { what: 'XML entities in a structure', name: 'a.lss', bytes: () => text(`<?xml version="1.0"?>${bomb}<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>`), code: 'xml_bomb' },
  { what: 'a lone cell in XFD1048576', name: 'a.xlsx', bytes: () => xlsx(`${small}<row r="1048576">${cell('XFD1048576', 'x')}</row>`), code: 'sheet_too_wide' },
  { what: 'ten million cells in one row', name: 'a.csv', bytes: () => text(`${'a,'.repeat(10_000)}a\n`), code: 'sheet_too_wide' },
  { what: 'a cell of two million characters', name: 'a.csv', bytes: () => text(`a,b\n"${'x'.repeat(2_000_000)}",1\n`), code: 'cell_too_large' },
  { what: 'bytes that are no text', name: 'a.csv', bytes: () => Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256), code: 'unreadable_encoding' },
  { what: 'UTF-8 broken in the middle', name: 'a.csv', bytes: () => Uint8Array.from([...text('nom;été;é;à;è\né;é;é;é\n'), 0xe9, 0x3b, ...text('é;é;é\n')]), code: 'unreadable_encoding' },
  { what: 'a web page under the name .xls', name: 'export.xls', bytes: () => text('<html><head></head><body><table><tr><td>a</td></tr></table></body></html>'), code: 'html_not_table' },
  { what: 'an XML that is nothing known', name: 'a.xml', bytes: () => text('<?xml version="1.0"?><root><a/></root>'), code: 'xml_not_table' },
  { what: 'a PDF', name: 'a.csv', bytes: () => text('%PDF-1.7 ...'), code: 'foreign_format' },
  { what: 'an archive cut in the middle', name: 'a.xlsx', bytes: () => fixture('or_other.xlsx').subarray(0, 6_000), code: 'damaged_file' },
  { what: 'a sheet that never ends', name: 'a.xlsx', bytes: () => zip(xlsxParts('').map((part) => (part.name.includes('sheet1') ? { ...part, data: `<worksheet><sheetData>${small}` } : part))), code: 'damaged_file' },
  { what: 'two tables in one archive', name: 'a.zip', bytes: () => zip([{ name: 'a.csv', data: 'x,y\n1,2\n' }, { name: 'b.csv', data: 'x,y\n1,2\n' }]), code: 'several_tables' },
  { what: 'an archive without a table', name: 'a.zip', bytes: () => zip([{ name: 'photo.jpg', data: 'x' }]), code: 'unknown_format' },
  { what: 'a password-protected workbook', name: 'a.xlsx', bytes: () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), code: 'damaged_file' }
];

describe('hostile and broken files are refused in a sentence, in under two seconds', () => {
  it.each(CASES)('$what', async ({ name, bytes, code }) => {
    const outcome = await refused(bytes(), name);
    expect(outcome.code).toBe(code);
    expect(outcome.milliseconds).toBeLessThan(2_000);
    expect(outcome.sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('every refusal is said in both languages', () => {
    for (const { fr, en } of Object.values(REFUSALS)) expect([fr.length > 20, en.length > 20]).toEqual([true, true]);
  });

  it('a million empty rows cost nothing', async () => {
    const from = performance.now();
    const reading = await readFile(fixture('test_empty_rows.xlsx'), 'a.xlsx');
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(reading.responseRows).toEqual([4, 6]);
  });
});
