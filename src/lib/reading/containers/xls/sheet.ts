import { LIMITS } from '../../limits.ts';
import { ReadingRefusal } from '../../refusal.ts';
import { RowCollector, type PlainSheet } from '../plain-sheet.ts';
import { damaged } from '../zip.ts';
import { numberText } from '../xlsx/cell-text.ts';
import type { CellKind } from '../xlsx/formats.ts';
import { BlockReader, RECORD, recordsFrom, rkNumber, type XlsRecord } from './records.ts';

/** What the cells of every sheet refer to. */
export type XlsBook = { strings: string[]; stringBlocks?: Uint8Array[]; kinds: CellKind[]; system1904: boolean };

const MAX_COLUMNS = 256;
const MAX_MERGES = 10_000;
const ERRORS: Record<number, string> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' };

/** The cells of one sheet, from the place where its records begin. */
export function readXlsSheet(stream: Uint8Array, from: number, book: XlsBook): Pick<PlainSheet, 'rows' | 'merges' | 'hiddenColumns' | 'stray'> {
  const rows = new Map<number, string[]>();
  const merges: NonNullable<PlainSheet['merges']> = [];
  const hidden = new Set<number>();
  let pending: { row: number; column: number } | undefined;
  const put = (row: number, column: number, text: string) => {
    if (text === '') return;
    if (column >= MAX_COLUMNS) throw damaged('XLS');
    if (text.length > LIMITS.cellCharacters) throw new ReadingRefusal('cell_too_large', { limit: LIMITS.cellCharacters, row: row + 1 });
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const number = (value: number, style: number) => numberText(String(value), book.kinds[style] ?? 'number', book.system1904);
  for (const record of recordsFrom(stream, from)) {
    if (record.id === RECORD.eof) break;
    const reader = new BlockReader([record.data]);
    if (record.id === RECORD.string && pending) put(pending.row, pending.column, reader.text(reader.u16()));
    else if (record.id === RECORD.mergeCells) merges.push(...mergesOf(reader).slice(0, MAX_MERGES - merges.length));
    else if (record.id === RECORD.columnInfo) for (const column of hiddenOf(reader)) hidden.add(column);
    else if (isCell(record)) {
      const [row, column] = [reader.u16(), reader.u16()];
      pending = undefined;
      if (record.id === RECORD.mulRk) for (let at = column; at < column + Math.floor((record.data.length - 6) / 6); at++) {
        const style = reader.u16();
        put(row, at, number(rkNumber(reader.u32()), style));
      }
      else {
        const style = reader.u16();
        if (record.id === RECORD.labelSst) put(row, column, book.strings[reader.u32()] ?? '');
        else if (record.id === RECORD.label) put(row, column, reader.text(reader.u16()));
        else if (record.id === RECORD.number) put(row, column, number(reader.f64(), style));
        else if (record.id === RECORD.rk) put(row, column, number(rkNumber(reader.u32()), style));
        else if (record.id === RECORD.boolErr) put(row, column, special(reader.u8(), reader.u8() === 1));
        else {
          // The cached value of a formula: a number, or a mark that says what else it is.
          const bytes = record.data.subarray(6, 14);
          if (bytes[6] !== 0xff || bytes[7] !== 0xff) put(row, column, number(reader.f64(), style));
          else if (bytes[0] === 0) pending = { row, column };
          else if (bytes[0] === 1 || bytes[0] === 2) put(row, column, special(bytes[2]!, bytes[0] === 2));
        }
      }
    }
  }
  const collector = new RowCollector();
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) collector.add(row + 1, cells);
  return { ...collector.found, ...(merges.length > 0 ? { merges } : {}), ...(hidden.size > 0 ? { hiddenColumns: [...hidden] } : {}) };
}

const CELLS = new Set<number>([RECORD.labelSst, RECORD.label, RECORD.number, RECORD.rk, RECORD.mulRk, RECORD.boolErr, RECORD.formula]);

function isCell({ id, data }: XlsRecord): boolean {
  return CELLS.has(id) && data.length >= 6;
}

function special(value: number, error: boolean): string {
  return error ? (ERRORS[value] ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE';
}

function mergesOf(reader: BlockReader): NonNullable<PlainSheet['merges']> {
  return Array.from({ length: reader.u16() }, () => {
    const [fromRow, toRow, fromColumn, toColumn] = [reader.u16() + 1, reader.u16() + 1, reader.u16() + 1, reader.u16() + 1];
    return { fromRow, toRow, fromColumn, toColumn };
  });
}

function hiddenOf(reader: BlockReader): number[] {
  const [from, to] = [reader.u16(), Math.min(reader.u16(), 255)];
  reader.skip(4);
  return (reader.u16() & 1) === 1 ? Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i + 1) : [];
}
