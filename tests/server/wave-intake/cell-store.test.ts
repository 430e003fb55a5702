import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { columnReads, cellRows } from '#lib/server/wave-intake/cells.ts';
import { readStoredCells, storeCellsHere } from '#lib/server/wave-intake/cell-store.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { createDeposit, saveDecisions } from '#lib/server/wave-intake/deposits.ts';
import { interpret } from '#lib/server/wave-intake/interpret.ts';
import { storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { ACTOR, loadShippedCensus, shipped, shippedCodebook } from '../shipped.ts';

let databases: TestDatabases;
let folder: string;
const before = process.env.OBSERVATORY_DATA_DIR;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cells-'));
  process.env.OBSERVATORY_DATA_DIR = folder;
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => {
  databases.close();
  rmSync(folder, { recursive: true, force: true });
  if (before === undefined) delete process.env.OBSERVATORY_DATA_DIR;
  else process.env.OBSERVATORY_DATA_DIR = before;
});

it('gives back any window of the cells, corrections, values and reasons included', async () => {
  const db = databases.workshop;
  await createWave(shippedCodebook('2026-demo'), ACTOR, db);
  const { deposit } = await createDeposit({ wave: '2026-demo', filename: 'v.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: ACTOR }, db);
  await saveDecisions(deposit.id, { ...deposit.decisions, corrections: { '4:2': 'mis "à" la main\n', '5:3': '' } }, { actor: ACTOR, revision: 0 }, db);
  const steps: number[] = [];
  const total = await storeCellsHere({ deposit: deposit.id, stamp: 7 }, ({ done }) => steps.push(done), db);

  const { deposit: stored, file: bytes, codebook } = await storedDeposit(db, deposit.id);
  const { reading, apply } = await interpret({ bytes, filename: stored.filename, codebook: codebook.content, otherCodebooks: [], decisions: stored.decisions });
  const interpretation = apply(stored.decisions);
  const { width } = reading.grid.rows;
  // A row of the file ends with its last text: the window is a rectangle.
  const rows = [...cellRows(reading, interpretation, stored.decisions, columnReads(reading, interpretation.mapping, codebook.content))].map((row) => ({ ...row, cells: Array.from({ length: width }, (_, at) => row.cells[at] ?? { text: '' }) }));
  expect(total).toBe(rows.length);
  expect(readStoredCells(deposit.id, 7, { from: 1, rows: total, column: 1, columns: 999 })).toMatchObject({ total, rows });
  expect(readStoredCells(deposit.id, 7, { from: 4, rows: 2, column: 2, columns: 2 })?.rows).toEqual(rows.slice(3, 5).map((row) => ({ ...row, cells: row.cells.slice(1, 3) })));
  expect(rows[3]!.cells[1]).toMatchObject({ text: 'mis "à" la main\n' });
  expect(rows[4]!.cells[2]!.original).not.toBe('');
  expect(rows.flatMap(({ cells }) => cells).some(({ missing }) => missing !== undefined)).toBe(true);
  expect(readStoredCells(deposit.id, 8, { from: 1, rows: 1, column: 1, columns: 1 })).toBeUndefined();
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps.at(-1)).toBe(1);
});
