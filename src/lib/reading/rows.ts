import { CodedColumn } from './coded-column.ts';
import { isBlank } from './values/blank.ts';

/** A slice of a large text keeps the whole of it in memory: a text that stays is copied. */
const own = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text);

/**
 * The texts of a sheet, kept column by column: survey answers repeat, and a hundred thousand rows then weigh a byte or two a cell.
 * Rows and columns are numbered from 1; rows may be ragged; a cell that does not exist reads as an empty text.
 */
export class Rows implements Iterable<string[]> {
  private readonly columns: CodedColumn<string>[] = [];
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
    if (column >= this.columns.length) this.columns.push(new CodedColumn('', own));
    if (text !== '') this.columns[column]!.put(this.count, text);
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
    return this.columns[column - 1]?.get(row - 1) ?? '';
  }

  /** Number of the text of a cell among those of its column: equal texts have equal numbers up to some tens of thousands of them. */
  textId(row: number, column: number): number {
    return this.columns[column - 1]?.id(row - 1) ?? 0;
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
    const counts = new Uint32Array(known.values.length);
    const order: number[] = [];
    for (const row of rowNumbers) {
      const id = known.id(row - 1);
      if (id !== 0 && counts[id]!++ === 0) order.push(id);
    }
    return order.flatMap((id) => (isBlank(known.values[id]) ? [] : [[known.values[id]!, counts[id]!] as [string, number]]));
  }

  /** How many cells of each row are not blank; index 0 is row 1. */
  filledPerRow(): Uint16Array {
    const filled = new Uint16Array(this.count);
    for (const column of this.columns) {
      const blank = Uint8Array.from(column.values, (text) => (isBlank(text) ? 1 : 0));
      for (let at = 0; at < this.count; at++) if (blank[column.id(at)] === 0) filled[at]!++;
    }
    return filled;
  }
}
