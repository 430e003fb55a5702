import { LIMITS } from '../../limits.ts';
import { ReadingRefusal } from '../../refusal.ts';
import { Rows } from '../../rows.ts';
import type { Grid, MergedCells } from '../../types.ts';
import type { BareFormulas } from '../plain-sheet.ts';
import { attribute } from '../xml.ts';
import { damaged, refuseEntities } from '../zip.ts';
import { cellText, type Book } from './cell-text.ts';

/** The cells of one sheet. */
export type Sheet = Pick<Grid, 'rows' | 'merges' | 'hiddenColumns' | 'stray'> & { formulas?: BareFormulas };

const EMPTY: string[] = [];

/**
 * Reads a worksheet piece by piece. Rows are numbered as in the file; after a long empty stretch, what follows is put aside.
 *
 * @param maxRows stop after that many rows (to look at a sheet before choosing it)
 * @throws ReadingRefusal `sheet_too_wide`, `too_many_cells`, `cell_too_large`, `damaged_file`, `xml_bomb`
 */
export async function readSheet(chunks: AsyncIterable<Uint8Array>, book: Book, name: string, maxRows = Infinity, progress?: (bytes: number) => void): Promise<Sheet> {
  const reader = new SheetReader(book, name);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let buffer = '';
  let [read, told] = [0, 0];
  for await (const chunk of chunks) {
    read += chunk.length;
    if (progress && read - told > 1_000_000) progress((told = read));
    try {
      buffer += decoder.decode(chunk, { stream: true });
    } catch {
      throw damaged(name);
    }
    buffer = reader.take(buffer);
    if (reader.sheet.rows.length >= maxRows) return reader.sheet;
    if (buffer.length > 40_000_000) throw new ReadingRefusal('cell_too_large', { limit: LIMITS.cellCharacters, row: reader.sheet.rows.length + 1 });
  }
  reader.finish(buffer);
  return reader.sheet;
}

class SheetReader {
  readonly sheet: Sheet = { rows: new Rows() };
  private state: 'before' | 'rows' | 'after' = 'before';
  private prefix = '';
  private cells = 0;

  constructor(
    private readonly book: Book,
    private readonly name: string
  ) {}

  /** Takes the complete rows of the buffer and gives back the rest. */
  take(buffer: string): string {
    let rest = buffer;
    if (this.state === 'before') {
      refuseEntities(rest, this.name);
      const open = /<((?:\w+:)?)sheetData\s*(\/?)>/.exec(rest);
      if (!open) return rest;
      this.prefix = open[1]!;
      this.readColumns(rest.slice(0, open.index));
      rest = rest.slice(open.index + open[0].length);
      this.state = open[2] ? 'after' : 'rows';
    }
    if (this.state === 'rows') rest = this.takeRows(rest);
    return rest;
  }

  finish(buffer: string): void {
    const rest = this.take(buffer);
    if (this.state !== 'after') throw damaged(this.name);
    const merges: MergedCells[] = [];
    for (const match of rest.matchAll(/<(?:\w+:)?mergeCell\s([^<>]*)>/g)) {
      const [from, to] = (attribute(match[1]!, 'ref') ?? '').split(':').map(cellAddress);
      if (from && to && merges.length < 10_000) merges.push({ fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column });
    }
    if (merges.length > 0) this.sheet.merges = merges;
    this.sheet.rows.close(true);
  }

  private readColumns(head: string): void {
    const hidden = new Set<number>();
    for (const match of head.matchAll(/<(?:\w+:)?col\s([^<>]*)>/g)) {
      if (!/^(?:1|true)$/.test(attribute(match[1]!, 'hidden') ?? '')) continue;
      const to = Math.min(Number(attribute(match[1]!, 'max')), LIMITS.columns);
      for (let column = Math.max(1, Number(attribute(match[1]!, 'min'))); column <= to; column++) hidden.add(column);
    }
    if (hidden.size > 0) this.sheet.hiddenColumns = [...hidden];
  }

  private takeRows(buffer: string): string {
    const [open, close, end] = [`<${this.prefix}row`, `</${this.prefix}row>`, `</${this.prefix}sheetData>`];
    let at = 0;
    for (;;) {
      const start = buffer.indexOf(open, at);
      const stop = buffer.indexOf(end, at);
      if (stop >= 0 && (start < 0 || stop < start)) {
        this.state = 'after';
        return buffer.slice(stop);
      }
      if (start < 0) return buffer.slice(Math.max(at, buffer.length - end.length));
      const head = buffer.indexOf('>', start);
      if (head < 0) return buffer.slice(start);
      const selfClosed = buffer.charCodeAt(head - 1) === 47;
      const close_ = selfClosed ? head : buffer.indexOf(close, head);
      if (close_ < 0) return buffer.slice(start);
      this.addRow(buffer.slice(start + open.length, head), selfClosed ? '' : buffer.slice(head + 1, close_));
      at = selfClosed ? head + 1 : close_ + close.length;
    }
  }

  private addRow(head: string, inner: string): void {
    const previous = this.sheet.stray?.at(-1)?.row ?? this.sheet.rows.length;
    const number = Number(attribute(head, 'r') ?? previous + 1);
    if (!Number.isInteger(number) || number < 1 || number > 1_048_576) throw damaged(this.name);
    const cells = inner === '' ? EMPTY : this.readCells(inner, number);
    if (cells.length === 0) return;
    this.cells += cells.length;
    if (this.cells > LIMITS.cells || this.sheet.rows.length > LIMITS.rows) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
    const { rows } = this.sheet;
    if (this.sheet.stray || number > rows.length + LIMITS.emptyRun + 1) {
      this.sheet.stray ??= [];
      if (this.sheet.stray.length >= LIMITS.strayRows) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
      this.sheet.stray.push({ row: number, cells });
      return;
    }
    if (number <= rows.length) throw damaged(this.name);
    while (rows.length < number - 1) rows.add(EMPTY);
    rows.add(cells);
  }

  private readCells(inner: string, row: number): string[] {
    const cells: string[] = [];
    const open = `<${this.prefix}c`;
    const close = `</${this.prefix}c>`;
    let at = 0;
    let column = 0;
    for (;;) {
      const start = inner.indexOf(open, at);
      if (start < 0) break;
      const next = inner.charCodeAt(start + open.length);
      const head = inner.indexOf('>', start);
      if (head < 0) throw damaged(this.name);
      if (next !== 32 && next !== 62 && next !== 47 && next !== 10 && next !== 13 && next !== 9) {
        at = head + 1;
        continue;
      }
      const tag = inner.slice(start + open.length, head);
      const reference = quickAttribute(tag, ' r=');
      column = reference ? columnOf(reference) : column + 1;
      if (inner.charCodeAt(head - 1) === 47) {
        at = head + 1;
        continue;
      }
      const stop = inner.indexOf(close, head);
      if (stop < 0) throw damaged(this.name);
      at = stop + close.length;
      if (stop - head > 4 * LIMITS.cellCharacters) throw new ReadingRefusal('cell_too_large', { limit: LIMITS.cellCharacters, row });
      const content = inner.slice(head + 1, stop);
      const text = cellText(quickAttribute(tag, ' t='), Number(quickAttribute(tag, ' s=') ?? -1), content, this.book);
      if (text === '') continue;
      this.put(cells, column, text, row);
      if (text.charCodeAt(0) === 61 && isBareFormula(content)) {
        this.sheet.formulas ??= { count: 0, row, column, text };
        this.sheet.formulas.count++;
      }
    }
    return cells;
  }

  private put(cells: string[], column: number, text: string, row: number): void {
    if (column < 1 || column > LIMITS.columns) {
      throw new ReadingRefusal('sheet_too_wide', { column, limit: LIMITS.columns, cell: `${letters(column)}${row}` });
    }
    if (text.length > LIMITS.cellCharacters) throw new ReadingRefusal('cell_too_large', { limit: LIMITS.cellCharacters, row });
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = text;
  }
}

/** A formula whose value the file does not hold. */
function isBareFormula(content: string): boolean {
  return /<(?:\w+:)?f[\s>]/.test(content) && !/<(?:\w+:)?v>[^<]/.test(content);
}

function quickAttribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(name);
  if (at < 0) return undefined;
  const quote = tag[at + name.length]!;
  const from = at + name.length + 1;
  const end = tag.indexOf(quote, from);
  return end < 0 ? undefined : tag.slice(from, end);
}

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

function cellAddress(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  return match ? { column: columnOf(match[1]!), row: Number(match[2]) } : undefined;
}

/** `XFD` for 16384. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}
