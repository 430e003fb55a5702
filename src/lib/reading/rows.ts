import { isBlank } from './shape/profile.ts';

type Ids = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Beyond that many texts of one column, most are met once: they are no longer looked up. */
const KNOWN = 50_000;

/** One column: each of its texts once, and for each row the number of its text. Text 0 is the empty one. */
class Column {
  readonly texts: string[] = [''];
  private ids: Ids = new Uint8Array(64);
  private known: Map<string, number> | undefined = new Map();

  id(row: number): number {
    return this.ids[row - 1] ?? 0;
  }

  put(row: number, text: string): void {
    const id = this.known?.get(text) ?? this.add(text);
    if (row > this.ids.length) this.ids = widen(this.ids, this.texts.length, Math.max(row, this.ids.length * 2));
    this.ids[row - 1] = id;
  }

  /** Gives back what only writing needs. */
  close(rows: number): void {
    this.known = undefined;
    if (this.ids.length > rows) this.ids = this.ids.slice(0, rows);
  }

  private add(text: string): number {
    const id = this.texts.length;
    // A slice of a large text keeps the whole of it in memory: a text that stays is copied.
    const own = text.length > 12 ? ` ${text}`.slice(1) : text;
    this.texts.push(own);
    if (this.known && this.known.size < KNOWN) this.known.set(own, id);
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

/**
 * The texts of a sheet, kept column by column: survey answers repeat, and a hundred thousand rows then weigh a byte or two a cell.
 * Rows and columns are numbered from 1; rows may be ragged; a cell that does not exist reads as an empty text.
 */
export class Rows implements Iterable<string[]> {
  private readonly columns: Column[] = [];
  private widths = new Uint16Array(64);
  private count = 0;
  private at = 0;

  static from(rows: Iterable<readonly string[]>): Rows {
    const made = new Rows();
    for (const row of rows) made.add(row);
    return made.close();
  }

  /** Number of rows. */
  get length(): number {
    return this.count;
  }

  /** Writes the next cell of the row that is being written. @returns its column */
  put(text: string): number {
    const column = this.at++;
    if (column >= this.columns.length) this.columns.push(new Column());
    if (text !== '') this.columns[column]!.put(this.count + 1, text);
    return this.at;
  }

  /** Ends the row that is being written. @returns its width */
  end(): number {
    if (this.count === this.widths.length) {
      const more = new Uint16Array(this.count * 2);
      more.set(this.widths);
      this.widths = more;
    }
    const width = this.at;
    this.widths[this.count++] = width;
    this.at = 0;
    return width;
  }

  add(cells: readonly string[]): void {
    for (const cell of cells) this.put(cell);
    this.end();
  }

  /** Ends the writing. `trim` forgets the last rows without a cell. */
  close(trim = false): this {
    while (trim && this.count > 0 && this.widths[this.count - 1] === 0) this.count--;
    for (const column of this.columns) column.close(this.count);
    return this;
  }

  cell(row: number, column: number): string {
    const known = this.columns[column - 1];
    return known ? known.texts[known.id(row)]! : '';
  }

  /** Cells of a row, as far as it goes; none outside the sheet. */
  row(number: number): string[] {
    const cells: string[] = [];
    for (let column = 1; column <= (number > this.count ? 0 : (this.widths[number - 1] ?? 0)); column++) cells.push(this.cell(number, column));
    return cells;
  }

  /** Number of cells of the widest row. */
  get width(): number {
    let widest = 0;
    for (let at = 0; at < this.count; at++) if (this.widths[at]! > widest) widest = this.widths[at]!;
    return widest;
  }

  /** Width of one row. */
  widthOf(row: number): number {
    return this.widths[row - 1] ?? 0;
  }

  /** Rows from index `from` (0 is the first) to `to`, that one left out. */
  slice(from: number, to = this.count): string[][] {
    return Array.from({ length: Math.max(0, Math.min(to, this.count) - from) }, (_, at) => this.row(from + at + 1));
  }

  *[Symbol.iterator](): Iterator<string[]> {
    for (let number = 1; number <= this.count; number++) yield this.row(number);
  }

  /** How many of these rows hold each text of a column, in the order in which the rows first show them; blank texts are left out. */
  countTexts(rowNumbers: readonly number[], column: number): [string, number][] {
    const known = this.columns[column - 1];
    if (!known) return [];
    const counts = new Uint32Array(known.texts.length);
    const order: number[] = [];
    for (const row of rowNumbers) {
      const id = known.id(row);
      if (id !== 0 && counts[id]!++ === 0) order.push(id);
    }
    return order.flatMap((id) => (isBlank(known.texts[id]) ? [] : [[known.texts[id]!, counts[id]!] as [string, number]]));
  }

  /** How many cells of each row are not blank; index 0 is row 1. */
  filledPerRow(): Uint16Array {
    const filled = new Uint16Array(this.count);
    for (const column of this.columns) {
      const blank = Uint8Array.from(column.texts, (text) => (isBlank(text) ? 1 : 0));
      for (let row = 1; row <= this.count; row++) if (blank[column.id(row)] === 0) filled[row - 1]!++;
    }
    return filled;
  }
}
