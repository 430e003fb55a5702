import { fileBytes, headOf, type FileBytes } from '../file-bytes.ts';
import { ReadingRefusal } from '../refusal.ts';

/** How the bytes become text: `label` is for `TextDecoder`, `name` for people, `skip` the bytes of the mark. */
export type Encoding = { name: string; label: string; skip: number; cutAtEnd?: boolean };

/** Bytes that Windows-1252 does not define. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The encoding of a text file: its mark, then strict UTF-8, then UTF-16 without a mark, then Windows-1252 (or the old Macintosh one
 * when French accents only make sense there). A character is never silently replaced.
 *
 * @throws ReadingRefusal `unreadable_encoding`
 */
export function detectEncoding(given: Uint8Array | FileBytes): Encoding {
  const file = fileBytes(given);
  const bytes = headOf(file, 1 << 16);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return strictUtf8(file, 3, 'UTF-8 with BOM') ?? refuse(file.whole(), 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(file.whole(), 'utf-16le', 'UTF-16LE', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(file.whole(), 'utf-16be', 'UTF-16BE', 2);
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, i) => byte === 0 && zeros[i % 2]!++);
  if (zeros[1]! > sample.length / 5 && zeros[0]! < sample.length / 50) return utf16(file.whole(), 'utf-16le', 'UTF-16LE', 0);
  if (zeros[0]! > sample.length / 5 && zeros[1]! < sample.length / 50) return utf16(file.whole(), 'utf-16be', 'UTF-16BE', 0);
  const binary = firstControl(bytes);
  if (binary >= 0) throw new ReadingRefusal('unreadable_encoding', { position: binary + 1 });
  return strictUtf8(file, 0, 'UTF-8') ?? singleByte(file.whole());
}

/** Decodes in pieces of a megabyte, so that the text never stands whole in memory. */
export function* decodeChunks(given: Uint8Array | FileBytes, encoding: Encoding): Generator<string> {
  const file = fileBytes(given);
  const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
  const end = encoding.cutAtEnd ? lastWhole(file.whole()) : file.size;
  for (const piece of between(file, encoding.skip, end)) yield decoder.decode(piece, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The pieces of a file from one byte to another. */
function* between(file: FileBytes, from: number, to: number): Generator<Uint8Array> {
  let at = 0;
  for (const piece of file.pieces()) {
    const part = at >= from && at + piece.length <= to ? piece : piece.subarray(Math.max(0, from - at), Math.max(0, to - at));
    if (part.length > 0) yield part;
    at += piece.length;
  }
}

/** Undefined when some byte is not UTF-8. A character cut by the end of the file is accepted, and said. */
function strictUtf8(file: FileBytes, skip: number, name: string): Encoding | undefined {
  const check = (end: number) => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    for (const piece of between(file, skip, end)) decoder.decode(piece, { stream: true });
    decoder.decode();
  };
  try {
    check(file.size);
    return { name, label: 'utf-8', skip };
  } catch {
    const bytes = file.whole();
    const whole = lastWhole(bytes);
    if (whole === bytes.length || !bytes.subarray(skip, whole).some((byte) => byte > 0x7f)) return undefined;
    try {
      check(whole);
      return { name, label: 'utf-8', skip, cutAtEnd: true };
    } catch {
      return undefined;
    }
  }
}

/** Where the last whole UTF-8 character ends. */
function lastWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

function utf16(bytes: Uint8Array, label: string, name: string, skip: number): Encoding {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes.subarray(skip, bytes.length - ((bytes.length - skip) % 2)));
    return { name, label, skip };
  } catch {
    return refuse(bytes, skip);
  }
}

function singleByte(bytes: Uint8Array): Encoding {
  const tally = { utf8Pairs: 0, undefined: -1, mac: 0, windows: 0, stray: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    if (byte >= 0xc2 && byte < 0xf5 && next >= 0x80 && next < 0xc0) {
      tally.utf8Pairs++;
      i++;
      continue;
    }
    tally.stray++;
    if (UNDEFINED_1252.has(byte) && tally.undefined < 0) tally.undefined = i;
    if (byte === 0x8e || byte === 0x8f || byte === 0x88 || byte === 0x90 || byte === 0x8d || byte === 0x9d) tally.mac++;
    if (byte === 0xe9 || byte === 0xe8 || byte === 0xe0 || byte === 0xea || byte === 0xe7 || byte === 0xf4 || byte === 0xc9) tally.windows++;
  }
  if (tally.mac > 2 && tally.mac > 3 * tally.windows) return { name: 'Macintosh', label: 'macintosh', skip: 0 };
  // Mostly UTF-8 with broken bytes: reading it as Windows-1252 would turn every é into Ã©.
  if (tally.utf8Pairs > tally.stray || tally.undefined >= 0) return refuse(bytes, 0);
  return { name: 'Windows-1252', label: 'windows-1252', skip: 0 };
}

/** First byte that no text contains, or -1. */
function firstControl(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0b && byte !== 0x0c && byte !== 0x1a) return i;
  }
  return -1;
}

function refuse(bytes: Uint8Array, from: number): never {
  let position = from;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = from; at < bytes.length; at += 4096) {
    try {
      decoder.decode(bytes.subarray(at, at + 4096), { stream: true });
      position = at + 4096;
    } catch {
      position = at + Math.max(0, bytes.subarray(at, at + 4096).findIndex((byte) => byte > 0x7f));
      break;
    }
  }
  throw new ReadingRefusal('unreadable_encoding', { position: position + 1 });
}
