import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';

/** One file of an archive, as its directory declares it. */
export type ZipEntry = { name: string; packed: number; unpacked: number; method: number; offset: number; encrypted: boolean };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/** Whether the bytes begin like a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/**
 * The directory of an archive, checked before anything is unpacked.
 *
 * @throws ReadingRefusal `damaged_file`, `zip_bomb`, `encrypted`
 */
export function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findEnd(view);
  if (count > LIMITS.entries) throw new ReadingRefusal('zip_bomb', { megabytes: `> ${LIMITS.unpackedBytes / 1e6}` });
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged('ZIP');
    const entry = readEntry(view, bytes, at);
    total += entry.unpacked;
    if (total > LIMITS.unpackedBytes || (entry.unpacked > LIMITS.ratioBytes && entry.unpacked > entry.packed * LIMITS.ratio)) {
      throw new ReadingRefusal('zip_bomb', { megabytes: Math.round(total / 1e6) });
    }
    if (entry.encrypted) throw new ReadingRefusal('encrypted');
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): { count: number; offset: number } {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR64) throw damaged('ZIP64');
    const record = Number(view.getBigUint64(at - 12, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== END64) throw damaged('ZIP64');
    return { count: Number(view.getBigUint64(record + 32, true)), offset: Number(view.getBigUint64(record + 48, true)) };
  }
  throw damaged('ZIP');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  let packed = view.getUint32(at + 20, true);
  let unpacked = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  let extra = at + 46 + nameLength;
  const extraEnd = Math.min(extra + extraLength, bytes.length);
  while (extra + 4 <= extraEnd) {
    const size = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let cursor = extra + 4;
      const take = () => {
        if (cursor + 8 > extraEnd) throw damaged(name);
        cursor += 8;
        return Number(view.getBigUint64(cursor - 8, true));
      };
      if (unpacked === 0xffffffff) unpacked = take();
      if (packed === 0xffffffff) packed = take();
      if (offset === 0xffffffff) offset = take();
    }
    extra += 4 + size;
  }
  return { name, packed, unpacked, method: view.getUint16(at + 10, true), offset, encrypted: (view.getUint16(at + 8, true) & 1) === 1 };
}

/** Unpacks one entry piece by piece, never more than its directory declares. */
export async function* unpackChunks(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged(entry.name);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw damaged(entry.name);
  if (entry.method === 0) {
    yield packed;
    return;
  }
  if (entry.method !== 8) throw damaged(entry.name);
  const reader = inflate(packed).getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > entry.unpacked) throw new ReadingRefusal('zip_bomb', { megabytes: `> ${Math.ceil(entry.unpacked / 1e6)}` });
      yield value;
    }
  } catch (error) {
    throw error instanceof ReadingRefusal ? error : damaged(entry.name);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (total !== entry.unpacked) throw damaged(entry.name);
}

/** Feeds the inflater in small pieces, so that a cancelled reading stops inflating. */
function inflate(packed: Uint8Array): ReadableStream<Uint8Array> {
  const PIECE = 1 << 16;
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= packed.length) controller.close();
      else controller.enqueue(packed.slice(at, (at += PIECE)));
    }
  });
  return source.pipeThrough(new DecompressionStream('deflate-raw'));
}

/** A whole entry. @throws ReadingRefusal `zip_bomb` above the limit of a part */
export async function unpack(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.unpacked > LIMITS.partBytes) throw new ReadingRefusal('zip_bomb', { megabytes: Math.round(entry.unpacked / 1e6) });
  const whole = new Uint8Array(entry.unpacked);
  let at = 0;
  for await (const chunk of unpackChunks(bytes, entry)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A whole entry as XML text; entity definitions are refused. */
export async function unpackXml(bytes: Uint8Array, entry: ZipEntry): Promise<string> {
  const xml = decodeXml(await unpack(bytes, entry), entry.name);
  refuseEntities(xml, entry.name);
  return xml;
}

function decodeXml(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged(name);
  }
}

/** No survey tool declares entities: whoever does wants them expanded. @throws ReadingRefusal `xml_bomb` */
export function refuseEntities(xml: string, part: string): void {
  if (/<!(?:ENTITY|DOCTYPE[^<>]{0,500}\[)/i.test(xml.slice(0, 100_000))) throw new ReadingRefusal('xml_bomb', { part });
}

export function damaged(part: string): ReadingRefusal {
  return new ReadingRefusal('damaged_file', { part });
}
