/** Record types of the old binary Excel format (BIFF8) that hold what a reader needs. */
export const RECORD = {
  formula: 0x06, eof: 0x0a, dateMode: 0x22, filePass: 0x2f, continued: 0x3c, columnInfo: 0x7d, boundSheet: 0x85, mulRk: 0xbd, xf: 0xe0, mergeCells: 0xe5,
  sst: 0xfc, labelSst: 0xfd, number: 0x203, label: 0x204, boolErr: 0x205, string: 0x207, rk: 0x27e, format: 0x41e, bof: 0x809
} as const;

/** One record; `offset` is its place in the stream. */
export type XlsRecord = { id: number; offset: number; data: Uint8Array };

/** The records of a stream from a place on. */
export function* recordsFrom(stream: Uint8Array, from: number): Generator<XlsRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = from; at + 4 <= stream.length; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (id === 0 && length === 0) return;
    yield { id, offset: at, data: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** Reads numbers and texts over blocks that follow each other: a text cut by a block says again how it is written. */
export class BlockReader {
  private block = 0;
  private at = 0;
  private readonly blocks: Uint8Array[];

  constructor(blocks: Uint8Array[]) {
    this.blocks = blocks;
  }

  get ended(): boolean {
    this.settle();
    return this.block >= this.blocks.length;
  }

  u8(): number {
    this.settle();
    const byte = this.blocks[this.block]?.[this.at++];
    if (byte === undefined) throw new RangeError('end of the record');
    return byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  f64(): number {
    const bytes = Uint8Array.from({ length: 8 }, () => this.u8());
    return new DataView(bytes.buffer).getFloat64(0, true);
  }

  skip(count: number): void {
    for (let i = 0; i < count; i++) this.u8();
  }

  /** A text of `length` characters after its flags; formatting runs and phonetics are skipped. */
  text(length: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const phonetic = flags & 4 ? this.u32() : 0;
    let wide = (flags & 1) === 1;
    const pieces: string[] = [];
    for (let left = length; left > 0; left--) {
      if (this.at >= (this.blocks[this.block]?.length ?? 0)) {
        this.settle();
        wide = (this.u8() & 1) === 1;
      }
      pieces.push(String.fromCharCode(wide ? this.u16() : this.u8()));
    }
    this.skip(runs * 4 + phonetic);
    return pieces.join('');
  }

  private settle(): void {
    while (this.block < this.blocks.length && this.at >= this.blocks[this.block]!.length) {
      this.block++;
      this.at = 0;
    }
  }
}

/** A number packed in four bytes: an integer or the start of a real, maybe times a hundred. */
export function rkNumber(packed: number): number {
  let value: number;
  if (packed & 2) value = (packed | 0) >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, packed & 0xfffffffc, true);
    value = view.getFloat64(0, true);
  }
  return packed & 1 ? value / 100 : value;
}
