type Ids = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Beyond that many values of one column, most are met once: they are no longer looked up. */
const KNOWN = 50_000;

/**
 * A column of values that repeat: each value once, and for each place (from 0) the number of its value, in one to four bytes. Value 0 is
 * that of the places where nothing was put.
 */
export class CodedColumn<T> {
  readonly values: T[];
  private ids: Ids = new Uint8Array(64);
  private known: Map<T, number> | undefined = new Map();
  private readonly keep: (value: T) => T;

  /** @param keep what is stored in place of a value met for the first time */
  constructor(empty: T, keep: (value: T) => T = (value) => value) {
    this.values = [empty];
    this.known?.set(empty, 0);
    this.keep = keep;
  }

  /** Number of the value at a place. */
  id(at: number): number {
    return this.ids[at] ?? 0;
  }

  get(at: number): T {
    return this.values[this.ids[at] ?? 0]!;
  }

  put(at: number, value: T): void {
    const id = this.known?.get(value) ?? this.add(value);
    if (at >= this.ids.length) this.ids = widen(this.ids, this.values.length, Math.max(at + 1, this.ids.length * 2));
    this.ids[at] = id;
  }

  /** Gives back what only writing needs. */
  close(length: number): void {
    this.known = undefined;
    if (this.ids.length > length) this.ids = this.ids.slice(0, length);
  }

  private add(value: T): number {
    const id = this.values.length;
    const kept = this.keep(value);
    this.values.push(kept);
    if (this.known && this.known.size < KNOWN) this.known.set(kept, id);
    if (id > 0xff && this.ids.BYTES_PER_ELEMENT === 1) this.ids = widen(this.ids, id, this.ids.length);
    if (id > 0xffff && this.ids.BYTES_PER_ELEMENT === 2) this.ids = widen(this.ids, id, this.ids.length);
    return id;
  }
}

function widen(ids: Ids, most: number, length: number): Ids {
  const wider = most > 0xffff ? new Uint32Array(length) : most > 0xff ? new Uint16Array(length) : new Uint8Array(length);
  wider.set(ids);
  return wider;
}
