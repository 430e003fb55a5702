import { damaged } from '../zip.ts';

const HEADER = 512;
const ENTRY = 128;
/** Sector numbers above are marks: end of chain, free, table of sectors. */
const LAST_SECTOR = 0xfffffff9;

/** Whether the bytes begin like an OLE2 container: an old `.xls`, or a workbook encrypted by a recent Excel. */
export function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/**
 * The streams of an OLE2 container (Compound File Binary), by name; each is put together when it is asked for, since thousands of them may share the same sectors.
 *
 * @throws ReadingRefusal `damaged_file`
 */
export function readCompound(bytes: Uint8Array): Map<string, () => Uint8Array> {
  if (bytes.length < HEADER) throw damaged('OLE2');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << view.getUint16(30, true);
  const miniSize = 1 << view.getUint16(32, true);
  if (size < 128 || size > 1 << 16 || miniSize < 8 || miniSize > size) throw damaged('OLE2');
  const sector = (number: number) => bytes.subarray((number + 1) * size, (number + 2) * size);
  const table = sectorTable(view, sector, size);
  const chain = (first: number) => join(first, (number) => table[number], sector, bytes.length);
  const directory = chain(view.getUint32(48, true));
  const entries = readEntries(directory);
  const root = entries.find(({ type }) => type === 5);
  const mini = root ? chain(root.start) : new Uint8Array();
  const miniTable = numbers(chain(view.getUint32(60, true)));
  const cutoff = view.getUint32(56, true);
  const streams = new Map<string, () => Uint8Array>();
  for (const { name, type, start, length } of entries) {
    if (type !== 2) continue;
    const whole = () => (length >= cutoff ? chain(start) : join(start, (number) => miniTable[number], (number) => mini.subarray(number * miniSize, (number + 1) * miniSize), mini.length));
    streams.set(name, () => whole().subarray(0, length));
  }
  return streams;
}

/** For each sector, the number of the next one of its stream. */
function sectorTable(view: DataView, sector: (number: number) => Uint8Array, size: number): Uint32Array {
  const places: number[] = [];
  for (let i = 0; i < 109; i++) places.push(view.getUint32(76 + i * 4, true));
  let more = view.getUint32(68, true);
  for (let guard = 0; more < LAST_SECTOR && guard * size < view.byteLength; guard++) {
    const list = numbers(sector(more));
    if (list.length < size / 4) throw damaged('OLE2');
    places.push(...list.subarray(0, -1));
    more = list.at(-1)!;
    // A list that turns round: no table has more sectors than the file.
    if ((places.length - 109) * size > view.byteLength + size * size) throw damaged('OLE2');
  }
  const used = places.filter((place) => place < LAST_SECTOR);
  if (used.length * size > view.byteLength) throw damaged('OLE2');
  const table = new Uint32Array(used.length * (size / 4)).fill(0xffffffff);
  used.forEach((place, i) => table.set(numbers(sector(place)), i * (size / 4)));
  return table;
}

/** The pieces of a chain, put together. @param most bytes that it may hold: a longer one turns round */
function join(first: number, next: (number: number) => number | undefined, piece: (number: number) => Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let number: number | undefined = first; number !== undefined && number < LAST_SECTOR; number = next(number)) {
    const found = piece(number);
    if (found.length === 0) break;
    if (length > most) throw damaged('OLE2');
    pieces.push(found);
    length += found.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const found of pieces) {
    whole.set(found, at);
    at += found.length;
  }
  return whole;
}

function readEntries(directory: Uint8Array): { name: string; type: number; start: number; length: number }[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)));
    entries.push({ name, type: view.getUint8(at + 66), start: view.getUint32(at + 116, true), length: view.getUint32(at + 120, true) });
  }
  return entries;
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}
