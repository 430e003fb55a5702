import { describe, expect, it } from 'vitest';
import { readCompound } from '../../src/lib/reading/containers/xls/cfb.ts';
import { attributes, xmlText } from '../../src/lib/reading/containers/xml.ts';
import { kindOfFormat } from '../../src/lib/reading/containers/xlsx/formats.ts';
import { readFile } from '../../src/lib/reading/read.ts';
import { ReadingRefusal } from '../../src/lib/reading/refusal.ts';
import { readLsr } from '../../src/lib/reading/structures/lsr.ts';
import { xlsx, zip } from './archives.ts';

/** Small files that ask for far more memory or time than they weigh. A worker's limit does not hold buffers, and an array of too many elements ends the process. */
const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;

/** An OLE2 container: the sectors of its table of sectors, where the list of them goes on, where its directory begins, and its sectors. */
function compound(table: number[], more: number, directory: number, sectors: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(SECTOR * (1 + sectors.length));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [[30, 9], [32, 6]] as const) view.setUint16(at, value, true);
  for (const [at, value] of [[48, directory], [56, 4096], [60, END], [68, more]] as const) view.setUint32(at, value, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, table[i] ?? FREE, true);
  sectors.forEach((sector, i) => bytes.set(sector, SECTOR * (i + 1)));
  return bytes;
}

const sectorOf = (numbers: number[]): Uint8Array => new Uint8Array(Uint32Array.from({ length: SECTOR / 4 }, (_, i) => numbers[i] ?? FREE).buffer);

/** A directory of `count` sectors, four streams in each, that all take the whole of it for themselves. */
function manyStreams(count: number): Uint8Array {
  const tables = Math.ceil(count / 127) + 1;
  const next = Array.from({ length: tables + count }, (_, i) => (i < tables ? 0xfffffffd : i === tables + count - 1 ? END : i + 1));
  const directory = Array.from({ length: count }, (_, at) => {
    const sector = new Uint8Array(SECTOR);
    for (let entry = 0; entry < 4; entry++) {
      const view = new DataView(sector.buffer, entry * 128, 128);
      const name = `s${at * 4 + entry}`;
      [...name].forEach((sign, i) => view.setUint16(i * 2, sign.charCodeAt(0), true));
      view.setUint16(64, name.length * 2 + 2, true);
      view.setUint8(66, 2);
      view.setUint32(116, tables, true);
      view.setUint32(120, 0x7fffffff, true);
    }
    return sector;
  });
  const numbers = Array.from({ length: tables }, (_, i) => sectorOf(next.slice(i * 128, (i + 1) * 128)));
  return compound(Array.from({ length: tables }, (_, i) => i), END, tables, [...numbers, ...directory]);
}

const ods = (content: string): Uint8Array => zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', data: content }]);
const table = (inside: string): string => `<office:spreadsheet><table:table table:name="a">${inside}<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>`;

/** The code of the refusal; undefined when the file is read. */
async function codeOf(bytes: Uint8Array, name: string): Promise<string | undefined> {
  try {
    await readFile(bytes, name);
    return undefined;
  } catch (error) {
    if (error instanceof ReadingRefusal) return error.code;
    throw error;
  }
}

describe('an old workbook', () => {
  it('whose streams share their sectors takes no more memory than it weighs', async () => {
    const bytes = manyStreams(600);
    const before = process.memoryUsage().arrayBuffers;
    const streams = readCompound(bytes);
    expect(streams.size).toBe(2400);
    // All put together at once they would be 740 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
    expect(await codeOf(bytes, 'a.xls')).toBe('unknown_format');
  });

  it('whose list of sectors turns round is damaged, not long', async () => {
    const round = sectorOf([...Array<number>(127).fill(1), 0]);
    const from = performance.now();
    expect(await codeOf(compound([1], 0, 1, [round, ...Array.from({ length: 2000 }, () => sectorOf(Array<number>(128).fill(END)))]), 'a.xls')).toBe('damaged_file');
    expect(performance.now() - from).toBeLessThan(500);
  });
});

describe('columns hidden over and over', () => {
  it('are each named once, in an ODS file', async () => {
    const hidden = '<table:table-column table:visibility="collapse" table:number-columns-repeated="4096"/>';
    const { grid } = await readFile(ods(table(hidden.repeat(2000))), 'a.ods');
    expect(grid.hiddenColumns?.length).toBe(4096);
  });

  it('are each named once, in an XLSX file, whatever the first of them is', async () => {
    const columns = `<cols>${'<col min="-4000" max="4096" hidden="1"/>'.repeat(500)}</cols>`;
    const { grid } = await readFile(xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>', { before: columns }), 'a.xlsx');
    expect(grid.hiddenColumns?.length ?? 0).toBeLessThanOrEqual(4096);
  });
});

describe('texts that a pattern could search again and again', () => {
  it('styles of an ODS file without an end', async () => {
    const from = performance.now();
    expect(await codeOf(ods(`<office:document-content><style:style ${'style:family="table"'.repeat(50_000)}${table('')}`), 'a.ods')).toBeUndefined();
    expect(performance.now() - from).toBeLessThan(2000);
  });

  it('elements of a LimeSurvey archive that are not closed, and what only looks like one', () => {
    const lsr = (row: string): string => `<document><fields><fieldname>id</fieldname><fieldname>token</fieldname></fields><responses><rows><row>${row}</row></rows></responses></document>`;
    const from = performance.now();
    readLsr(lsr('<a><![CDATA[]]>'.repeat(100_000)), '');
    expect(performance.now() - from).toBeLessThan(2000);
    const [, read] = [...readLsr(lsr('<id><![CDATA[1 <token>x</token>]]></id><token>b &amp; c</token>'), '')];
    expect(read).toEqual(['1 <token>x</token>', 'b & c']);
    expect([...readLsr(lsr('<token><![CDATA[b]]></token><id><![CDATA[<token>x</token>]]></id>'), '')][1]).toEqual(['<token>x</token>', 'b']);
    expect([...readLsr(lsr('<id/><token></token>'), '')][1]).toEqual(['', '']);
    // Whoever answers cannot add a response, nor end their own.
    const forged = '</row><row><id>99</id><token>of another</token></row><row>';
    expect([...readLsr(lsr(`<id><![CDATA[1]]></id><token><![CDATA[${forged}]]></token></row><row><id>2</id>`), '')].slice(1)).toEqual([['1', forged], ['2', '']]);
  });

  it('attributes and number formats that go on without an end', () => {
    const from = performance.now();
    expect(attributes(`${'a'.repeat(300_000)} b="1"`)).toEqual({ b: '1' });
    expect(kindOfFormat('['.repeat(300_000))).toBe('number');
    expect(performance.now() - from).toBeLessThan(2000);
    expect(attributes(`r:id="x" t = 'y'`)).toEqual({ 'r:id': 'x', t: 'y' });
    expect(kindOfFormat('[$-40C]d mmmm yyyy;@')).toBe('date');
  });

  it('a text in a hundred thousand sections', () => {
    expect(xmlText('a&amp;<![CDATA[<b>]]>'.repeat(100_000)).length).toBe(500_000);
    expect(xmlText('x<![CDATA[y')).toBe('x<![CDATA[y');
  });
});
