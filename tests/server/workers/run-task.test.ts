import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabases, workshop } from '#lib/server/db/databases.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { readInitiatives } from '#lib/server/queries/census.ts';
import type { Progress } from '#lib/server/workers/progress.ts';
import { runTask } from '#lib/server/workers/run-task.ts';
import { commitDeposit, createDeposit, createWave, prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { ACTOR, shipped, shippedCodebook } from '../shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'workers-'));
const before = process.env.OBSERVATORY_DATA_DIR;
let deposit = '';
beforeAll(async () => {
  process.env.OBSERVATORY_DATA_DIR = folder;
  await migrate();
  await createWave(shippedCodebook('2025'), ACTOR);
  deposit = (await createDeposit({ wave: '2025', filename: 'export.csv', bytes: shipped('waves/2025/results-survey814275.csv'), actor: ACTOR })).deposit.id;
});
afterAll(() => {
  closeDatabases();
  if (before === undefined) delete process.env.OBSERVATORY_DATA_DIR;
  else process.env.OBSERVATORY_DATA_DIR = before;
  rmSync(folder, { recursive: true, force: true });
});

const census = () => ({ filename: '2025.csv', bytes: shipped('census/2025.csv'), actor: ACTOR });

describe('a task in a worker', () => {
  it('is stopped after its time, with nothing written', async () => {
    await expect(runTask('load-census', census(), { milliseconds: 1 })).rejects.toMatchObject({ name: 'ReadingRefusal', code: 'timeout' });
    expect(await readInitiatives(workshop())).toEqual([]);
  });

  it('is stopped when cancelled, with nothing written', async () => {
    const controller = new AbortController();
    const task = runTask('load-census', census(), { signal: controller.signal });
    controller.abort();
    await expect(task).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readInitiatives(workshop())).toEqual([]);
  });

  it('cannot take the memory of the site', async () => {
    await expect(runTask('load-census', census(), { memoryMb: 12 })).rejects.toMatchObject({ name: 'ReadingRefusal', code: 'out_of_memory' });
  });

  it('fails with the failure of its class', async () => {
    await expect(prepareDeposit('nothing')).rejects.toMatchObject({ name: 'DomainError', code: 'deposit_unknown', status: 404 });
    await expect(commitDeposit(deposit, ACTOR)).rejects.toMatchObject({ name: 'DomainError', code: 'findings_remain' });
  });

  it('leaves the event loop free, writes, and tells how far it is', async () => {
    await runTask('load-census', census());
    expect(await readInitiatives(workshop())).toHaveLength(105);
    const before = performance.eventLoopUtilization();
    const told: Progress[] = [];
    const preparation = await prepareDeposit(deposit, { onProgress: (progress) => told.push(progress) });
    const { utilization } = performance.eventLoopUtilization(before);
    expect(preparation.ready).toBe(true);
    expect(preparation.matches.rows).toHaveLength(32);
    // The share of the time in which this thread worked; waiting for its turn on a loaded machine is not in it.
    expect(utilization).toBeLessThan(0.5);
    const done = told.map((progress) => progress.done);
    expect(done.at(-1)).toBe(1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(await prepareDeposit(deposit)).toBe(preparation);
    expect(await commitDeposit(deposit, ACTOR)).toMatchObject({ outcome: 'committed', responses: 32, frame: 60 });
    expect(await prepareDeposit(deposit)).not.toBe(preparation);
  });
});
