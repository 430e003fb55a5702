import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import { Rows } from '../rows.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** What was met while splitting: line ends, and a quote left open at the end of the file. */
export type DelimitedNotes = { crlf: number; lf: number; cr: number; openQuoteRow?: number };

/**
 * Splits delimited text, chunk by chunk, into rows of cells. RFC 4180 quoting (`""` inside quotes, line breaks kept), tolerant of
 * text after a closing quote.
 */
export class DelimitedParser {
  readonly rows = new Rows();
  readonly notes: DelimitedNotes = { crlf: 0, lf: 0, cr: 0 };
  private readonly separator: number;
  private readonly maxRows: number;
  private columns = 0;
  private cell = '';
  private quoted = false;
  private started = false;
  private sawCr = false;
  private quoteRow = 0;
  private cells = 0;
  private pendingQuote = false;

  constructor(delimiter: string, maxRows = Infinity) {
    this.separator = delimiter.charCodeAt(0);
    this.maxRows = maxRows;
  }

  /** Feeds a piece of text; false once `maxRows` are read. */
  write(text: string): boolean {
    let i = 0;
    const length = text.length;
    while (i < length) {
      if (this.rows.length >= this.maxRows) return false;
      if (this.quoted) {
        i = this.insideQuotes(text, i);
        continue;
      }
      if (this.pendingQuote) {
        this.pendingQuote = false;
        if (text.charCodeAt(i) === QUOTE) {
          this.cell += '"';
          this.quoted = true;
          i++;
          continue;
        }
      }
      const code = text.charCodeAt(i);
      if (code === QUOTE && !this.started && this.cell === '') {
        this.quoted = true;
        this.started = true;
        this.sawCr = false;
        this.quoteRow = this.rows.length + 1;
        i++;
        continue;
      }
      let end = i;
      while (end < length && !this.stops(text.charCodeAt(end))) end++;
      if (end > i) {
        this.append(text.slice(i, end));
        this.started = true;
        this.sawCr = false;
      }
      i = end;
      if (i < length) this.stop(text.charCodeAt(i++));
    }
    return true;
  }

  /** Ends the last row; a final line end adds no row. */
  end(): void {
    if (this.quoted) this.notes.openQuoteRow = this.quoteRow;
    if (this.started || this.cell !== '' || this.columns > 0) this.endRow();
    this.rows.close();
  }

  private stops(code: number): boolean {
    return code === this.separator || code === LF || code === CR;
  }

  private insideQuotes(text: string, from: number): number {
    const at = text.indexOf('"', from);
    if (at < 0) {
      this.append(text.slice(from));
      return text.length;
    }
    this.append(text.slice(from, at));
    if (at + 1 >= text.length) {
      this.pendingQuote = true;
      this.quoted = false;
    } else if (text.charCodeAt(at + 1) === QUOTE) {
      this.cell += '"';
      return at + 2;
    } else this.quoted = false;
    return at + 1;
  }

  private append(piece: string): void {
    this.cell = this.cell === '' ? piece : this.cell + piece;
    if (this.cell.length > LIMITS.cellCharacters) {
      throw new ReadingRefusal('cell_too_large', { limit: LIMITS.cellCharacters, row: this.rows.length + 1 });
    }
  }

  private stop(code: number): void {
    if (code === this.separator) {
      this.endCell();
      this.sawCr = false;
      return;
    }
    if (code === LF && this.sawCr) {
      this.sawCr = false;
      this.notes.cr--;
      this.notes.crlf++;
      return;
    }
    this.sawCr = code === CR;
    if (code === CR) this.notes.cr++;
    else this.notes.lf++;
    this.endRow();
  }

  private endCell(): void {
    this.columns = this.rows.put(this.cell);
    this.cell = '';
    this.started = false;
    if (this.columns > LIMITS.columns && this.maxRows === Infinity) {
      throw new ReadingRefusal('sheet_too_wide', { column: this.columns, limit: LIMITS.columns, cell: `${this.rows.length + 1}:${this.columns}` });
    }
  }

  private endRow(): void {
    this.endCell();
    this.cells += this.rows.end();
    this.columns = 0;
    if (this.cells > LIMITS.cells || this.rows.length > LIMITS.rows) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
  }
}

/** All the rows of a text. */
export function parseDelimited(text: string, delimiter: string, maxRows = Infinity): string[][] {
  const parser = new DelimitedParser(delimiter, maxRows);
  if (parser.write(text)) parser.end();
  return [...parser.rows];
}
