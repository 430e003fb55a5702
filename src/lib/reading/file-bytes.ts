/** The bytes of a file, whole or piece by piece: a large text never has to stand in memory. */
export type FileBytes = {
  size: number;
  /** From the beginning at each call; no piece is empty. */
  pieces: () => Iterable<Uint8Array>;
  whole: () => Uint8Array;
  /** SHA-256 in hexadecimal, when it is known already. */
  sha256?: string;
};

const PIECE = 1 << 20;

/** Bytes that are in memory, in pieces of a megabyte. */
export function fileBytes(bytes: Uint8Array | FileBytes): FileBytes {
  if (!(bytes instanceof Uint8Array)) return bytes;
  return {
    size: bytes.length,
    *pieces() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
    whole: () => bytes
  };
}

/** The first bytes of a file. */
export function headOf(file: FileBytes, length: number): Uint8Array {
  for (const piece of file.pieces()) if (piece.length >= Math.min(length, file.size)) return piece.subarray(0, length);
  return file.whole().subarray(0, length);
}
