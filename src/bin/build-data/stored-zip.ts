import { inflateRawSync } from 'node:zlib';

/** 1 January 1980, midnight: the zero of ZIP dates. */
const NO_DATE = 0x0021_0000;
const [LOCAL, DIRECTORY, END] = [0x0403_4b50, 0x0201_4b50, 0x0605_4b50];

/**
 * The same archive without compression nor dates. Deflate gives other bytes with other versions of zlib; stored entries
 * are the same everywhere.
 */
export function storedZip(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && bytes.readUInt32LE(end) !== END) end -= 1;
  const count = bytes.readUInt16LE(end + 10);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let entry = bytes.readUInt32LE(end + 16);
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    const nameLength = bytes.readUInt16LE(entry + 28);
    const name = bytes.subarray(entry + 46, entry + 46 + nameLength);
    const content = contentOf(bytes, entry);
    const crc = bytes.readUInt32LE(entry + 16);
    const fields = header(crc, content.length, nameLength);
    files.push(signed(LOCAL, fields), name, content);
    directory.push(signed(DIRECTORY, Buffer.concat([Buffer.from([20, 0]), fields, Buffer.alloc(10), uint32(offset)])), name);
    offset += 30 + nameLength + content.length;
    entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  const list = Buffer.concat(directory);
  const closing = Buffer.concat([Buffer.alloc(4), uint16(count), uint16(count), uint32(list.length), uint32(offset), uint16(0)]);
  return Buffer.concat([...files, list, signed(END, closing)]);
}

function contentOf(bytes: Buffer, entry: number): Buffer {
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
  return bytes.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
}

/** Version 2.0, UTF-8 names, stored, no date, checksum, sizes, lengths. */
function header(crc: number, size: number, nameLength: number): Buffer {
  return Buffer.concat([uint16(20), uint16(0x0800), uint16(0), uint32(NO_DATE), uint32(crc), uint32(size), uint32(size), uint16(nameLength), uint16(0)]);
}

function signed(signature: number, rest: Buffer): Buffer {
  return Buffer.concat([uint32(signature), rest]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
