import { LIMITS } from '../../limits.ts';
import { ReadingRefusal } from '../../refusal.ts';
import type { PlainSheet } from '../plain-sheet.ts';
import { kindOfFormat, kindOfId, type CellKind } from '../xlsx/formats.ts';
import { damaged } from '../zip.ts';
import { readCompound } from './cfb.ts';
import { BlockReader, RECORD, recordsFrom } from './records.ts';
import { readXlsSheet, type XlsBook } from './sheet.ts';

const BIFF8 = 0x600;
const WORKSHEET = 0;

/**
 * The sheets of an old binary workbook (`.xls`, Excel 97 to 2003), as texts.
 *
 * @throws ReadingRefusal `encrypted`, `unknown_format` (another kind of OLE2 file), `damaged_file`
 */
export function openXls(bytes: Uint8Array): PlainSheet[] {
  const streams = readCompound(bytes);
  // A recent workbook protected by a password is put, encrypted, into the old container.
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) throw new ReadingRefusal('encrypted');
  const stream = streams.get('Workbook') ?? streams.get('Book');
  if (!stream) throw streams.size > 0 ? new ReadingRefusal('unknown_format') : damaged('OLE2');
  try {
    return readWorkbook(stream());
  } catch (error) {
    throw error instanceof ReadingRefusal ? error : damaged('XLS');
  }
}

function readWorkbook(stream: Uint8Array): PlainSheet[] {
  const book: XlsBook = { strings: [], kinds: [], system1904: false };
  const formats = new Map<number, CellKind>();
  const styles: number[] = [];
  const sheets: { name: string; hidden: boolean; from: number }[] = [];
  let strings: Uint8Array[] | undefined;
  let first = true;
  for (const { id, data } of recordsFrom(stream, 0)) {
    const reader = new BlockReader([data]);
    if (first && (id !== RECORD.bof || reader.u16() !== BIFF8)) throw new ReadingRefusal('unknown_format');
    first = false;
    if (id === RECORD.filePass) throw new ReadingRefusal('encrypted');
    if (id === RECORD.eof) break;
    if (id === RECORD.continued) strings?.push(data);
    else strings = undefined;
    if (id === RECORD.sst) book.stringBlocks = strings = [data];
    else if (id === RECORD.dateMode) book.system1904 = reader.u16() === 1;
    else if (id === RECORD.format) formats.set(reader.u16(), kindOfFormat(reader.text(reader.u16())));
    else if (id === RECORD.xf) {
      reader.u16();
      styles.push(reader.u16());
    } else if (id === RECORD.boundSheet) {
      const from = reader.u32();
      const hidden = (reader.u8() & 3) !== 0;
      const kind = reader.u8();
      const name = reader.text(reader.u8());
      if (kind === WORKSHEET) sheets.push({ name, hidden, from });
    }
  }
  if (sheets.length > LIMITS.sheets) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
  book.kinds = styles.map((format) => formats.get(format) ?? kindOfId(format));
  book.strings = readStrings(book.stringBlocks ?? []);
  return sheets.map(({ name, hidden, from }) => ({ name, hidden, ...readXlsSheet(stream, from, book) }));
}

function readStrings(blocks: Uint8Array[]): string[] {
  if (blocks.length === 0) return [];
  const reader = new BlockReader(blocks);
  reader.u32();
  const count = reader.u32();
  const strings: string[] = [];
  while (strings.length < count && !reader.ended) strings.push(reader.text(reader.u16()));
  return strings;
}
