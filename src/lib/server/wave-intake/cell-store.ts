import { closeSync, existsSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { readRemembered } from '../queries/intake.ts';
import { PRIVATE_FILE, privateFolder } from '../private-files.ts';
import { settings } from '../settings.ts';
import type { Progress } from '../workers/progress.ts';
import { cellColumns, cellRows, columnReads, type CellColumn, type CellRow, type TypedCell } from './cells.ts';
import { interpret } from './interpret.ts';
import { completeFromMemory } from './memory.ts';
import { storedDeposit } from './prepare.ts';

/** Where the rows of a table lie in its file: row n is between `offsets[n - 1]` and `offsets[n]`. */
type Index = { columns: CellColumn[]; offsets: number[] };
export type CellWindow = { columns: CellColumn[]; rows: CellRow[]; total: number; width: number };

/** A copy of what the database holds: it may be deleted at any time. */
const folder = (): string => join(settings.dataDir, 'cells');
const pathOf = (deposit: string, stamp: number): string => join(folder(), `${deposit}.${stamp}`);

/** Rows written together, and how often progress is told. */
const LINES_AT_ONCE = 200;

/** A row as it is kept: a cell that nothing reads is its text. */
const pack = ({ row, status, cells }: CellRow): string =>
  JSON.stringify([row, status, ...cells.map((cell) => (cell.value === undefined && cell.missing === undefined && cell.original === undefined ? cell.text : [cell.text, cell.value, cell.missing, cell.original]))]);

type PackedCell = string | [text: string, value: string | null, missing: string | null, original: string | null];

function unpack(line: string): CellRow {
  const [row, status, ...cells] = JSON.parse(line) as [number, string, ...PackedCell[]];
  const cellOf = ([text, value, missing, original]: Exclude<PackedCell, string>): TypedCell => ({ text, ...(value === null ? {} : { value }), ...(missing === null ? {} : { missing }), ...(original === null ? {} : { original }) });
  return { row, status, cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cellOf(cell))) };
}

export type StoreCells = { deposit: string; stamp: number };

/** Writes the cells of a deposit to a file of one row a line, so that any window of them is read at once. Runs in a worker. */
export async function storeCellsHere({ deposit: id, stamp }: StoreCells, onProgress: (progress: Progress) => void = () => undefined, db: WorkshopReader = workshop()): Promise<number> {
  onProgress({ step: 'cells', done: 0 });
  const { deposit, file: bytes, codebook } = await storedDeposit(db, id);
  const { reading, apply } = await interpret({ bytes, filename: deposit.filename, codebook: codebook.content, otherCodebooks: [], decisions: deposit.decisions });
  onProgress({ step: 'cells', done: 0.4 });
  const decisions = deposit.status === 'received' ? completeFromMemory(reading, codebook.content, deposit.decisions, await readRemembered(db)).decisions : deposit.decisions;
  const interpretation = apply(decisions);
  const reads = columnReads(reading, interpretation.mapping, codebook.content);
  privateFolder(folder());
  for (const name of readdirSync(folder())) if (name.startsWith(`${id}.`)) rmSync(join(folder(), name), { force: true });
  const path = pathOf(id, stamp);
  const file = openSync(`${path}.part`, 'w', PRIVATE_FILE);
  const offsets = [0];
  let waiting: string[] = [];
  const { length } = reading.grid.rows;
  for (const row of cellRows(reading, interpretation, decisions, reads)) {
    const line = `${pack(row)}\n`;
    offsets.push(offsets.at(-1)! + Buffer.byteLength(line));
    waiting.push(line);
    if (waiting.length < LINES_AT_ONCE && row.row < length) continue;
    writeSync(file, waiting.join(''));
    waiting = [];
    onProgress({ step: 'cells', done: 0.7 + (0.3 * row.row) / length });
  }
  writeSync(file, waiting.join(''));
  closeSync(file);
  writeFileSync(`${path}.json`, JSON.stringify({ columns: cellColumns(reading, reads), offsets } satisfies Index), { mode: PRIVATE_FILE });
  renameSync(`${path}.part`, path);
  return offsets.length - 1;
}

let lastIndex: { path: string; index: Index } | undefined;

/** A window of the cells that are stored; undefined when they are not, or not of this state of the workshop. */
export function readStoredCells(deposit: string, stamp: number, { from, rows, column, columns }: { from: number; rows: number; column: number; columns: number }): CellWindow | undefined {
  const path = pathOf(deposit, stamp);
  if (!existsSync(path)) return undefined;
  if (lastIndex?.path !== path) lastIndex = { path, index: JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Index };
  const { offsets, columns: all } = lastIndex.index;
  const total = offsets.length - 1;
  const first = Math.min(Math.max(1, from), Math.max(1, total));
  const last = Math.min(total, first + rows - 1);
  const [begin = 0, end = 0] = [offsets[first - 1], offsets[last]];
  const buffer = Buffer.alloc(Math.max(0, end - begin));
  const file = openSync(path, 'r');
  readSync(file, buffer, 0, buffer.length, begin);
  closeSync(file);
  const read = buffer.toString('utf8').split('\n').filter(Boolean).map(unpack);
  return {
    total,
    width: all.length,
    columns: all.slice(column - 1, column - 1 + columns),
    rows: read.map((row) => ({ ...row, cells: Array.from({ length: Math.min(columns, Math.max(0, all.length - column + 1)) }, (_, at) => row.cells[column - 1 + at] ?? { text: '' }) }))
  };
}
