import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { FileBytes } from '#lib/reading/file-bytes.ts';

/** A piece of a deposited file as it is stored: deflated when that makes it smaller. */
export type PackedPart = { deflated: boolean; bytes: Uint8Array };

/** A deposited file as it is stored and as it crosses threads: a table of answers packs to a tenth. */
export type PackedFile = { size: number; sha256: string; parts: PackedPart[] };

/** Unpacked bytes of a part: a remote database refuses large values. */
const PART = 1 << 20;
const deflate = promisify(deflateRaw);

/** Packs a file piece by piece, beside the event loop. Every byte is kept; the SHA-256 is that of the file as it was. */
export async function packFile(source: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<PackedFile> {
  const hash = createHash('sha256');
  const parts: PackedPart[] = [];
  let size = 0;
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    for (let at = 0; at < piece.length; at += PART) {
      const bytes = piece.subarray(at, at + PART);
      hash.update(bytes);
      size += bytes.length;
      const packed = await deflate(bytes, { level: 1 });
      const deflated = packed.length < bytes.length * 0.9;
      // A copy of its own: buffers of Node may share their memory, and these are handed over to other threads.
      parts.push({ deflated, bytes: new Uint8Array(deflated ? packed : bytes) });
    }
  }
  return { size, sha256: hash.digest('hex'), parts };
}

/** A packed file as the reading takes it. */
export function openPacked({ size, sha256, parts }: PackedFile): FileBytes {
  const unpack = ({ deflated, bytes }: PackedPart): Uint8Array => (deflated ? inflateRawSync(bytes) : bytes);
  return {
    size,
    sha256,
    *pieces() {
      for (const part of parts) yield unpack(part);
    },
    whole() {
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        const piece = unpack(part);
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    }
  };
}
