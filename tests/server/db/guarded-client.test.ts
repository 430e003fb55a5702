import { createClient } from '@libsql/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient, prepareClient } from '#lib/server/db/connect.ts';
import { isRead, type GuardedClient } from '#lib/server/db/guarded-client.ts';

let folder = '';
let url = '';
let client: GuardedClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guarded-'));
  url = `file:${join(folder, 'test.db')}`;
  client = openClient({ url, syncSeconds: 10 });
  await prepareClient(client, { url, syncSeconds: 10 });
  await client.execute('create table job (n integer primary key, who text not null)');
});
afterEach(() => {
  client.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What another process sees: the only count that matters. */
async function stored(): Promise<number> {
  const other = createClient({ url });
  const result = await other.execute('select count(*) from job');
  other.close();
  return Number(result.rows[0]?.[0]);
}

/** Somebody else, as another process would: takes the lock, holds it a moment, again and again. */
function intruder(holds: number, pause: number): { stop: () => Promise<void> } {
  const other = createClient({ url, timeout: 0 });
  let going = true;
  const loop = (async () => {
    while (going) {
      try {
        const tx = await other.transaction('write');
        await new Promise((resolve) => setTimeout(resolve, holds));
        await tx.rollback();
      } catch {
        other.reconnect();
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    other.close();
  })();
  return {
    stop: async () => {
      going = false;
      await loop;
    }
  };
}

describe('the guarded client', () => {
  it('stores every write it said was stored, while another holds the lock again and again', async () => {
    const other = intruder(60, 15);
    const jobs = Array.from({ length: 118 }, async (_, n) => {
      if (n % 3 === 0) return client.execute({ sql: 'insert into job values (?, ?)', args: [n, 'single'] });
      if (n % 3 === 1) return client.batch([{ sql: 'insert into job values (?, ?)', args: [n, 'batch'] }], 'deferred');
      const tx = await client.transaction();
      await tx.execute({ sql: 'insert into job values (?, ?)', args: [n, 'transaction'] });
      await new Promise((resolve) => setTimeout(resolve, 1));
      return tx.commit();
    });
    const reads = Array.from({ length: 40 }, () => client.execute('select count(*) from job'));
    const outcomes = await Promise.allSettled([...jobs, ...reads]);
    await other.stop();
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toEqual([]);
    expect(await stored()).toBe(118);
  });

  it('shows why: a bare client resolves writes that are never stored', async () => {
    const bare = createClient({ url, timeout: 0, concurrency: 1 });
    const other = createClient({ url, timeout: 0 });
    const lock = await other.transaction('write');
    await expect(bare.execute("insert into job values (1, 'bare')")).rejects.toThrow(/locked|busy/i);
    await lock.rollback();
    await bare.execute("insert into job values (2, 'bare')");
    expect(await stored()).toBe(0);
    bare.close();
    other.close();
  });

  it('says busy after its patience, keeps nothing of the refused write, and stores the next one', async () => {
    const other = createClient({ url, timeout: 0 });
    const lock = await other.transaction('write');
    await expect(client.execute("insert into job values (1, 'refused')")).rejects.toMatchObject({ code: 'database_busy' });
    await lock.rollback();
    other.close();
    await client.execute("insert into job values (2, 'kept')");
    expect(await stored()).toBe(1);
  });

  it('leaves the event loop free while it waits for the lock', async () => {
    const other = createClient({ url, timeout: 0 });
    const lock = await other.transaction('write');
    let last = performance.now();
    let gap = 0;
    const clock = setInterval(() => {
      gap = Math.max(gap, performance.now() - last);
      last = performance.now();
    }, 5);
    const write = client.execute("insert into job values (1, 'late')");
    await new Promise((resolve) => setTimeout(resolve, 700));
    await lock.rollback();
    await write;
    clearInterval(clock);
    other.close();
    // The native wait would stop everything for five seconds.
    expect(gap).toBeLessThan(2500);
    expect(await stored()).toBe(1);
  });

  it('gives the turn back after a failed transaction', async () => {
    const tx = await client.transaction();
    await tx.execute("insert into job values (1, 'x')");
    await expect(tx.execute('insert into job values (1, null)')).rejects.toThrow();
    await tx.rollback();
    await client.execute("insert into job values (1, 'y')");
    expect(await stored()).toBe(1);
  });

  it('stores what follows a refused constraint', async () => {
    await client.execute("insert into job values (1, 'x')");
    await expect(client.execute("insert into job values (1, 'x')")).rejects.toThrow(/UNIQUE/);
    await expect(client.batch(["insert into job values (2, 'x')", "insert into job values (1, 'x')"])).rejects.toThrow(/UNIQUE/);
    await client.execute("insert into job values (3, 'x')");
    expect(await stored()).toBe(2);
  });

  it('keeps foreign keys on for every pooled connection', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => client.execute('pragma foreign_keys')));
    expect(results.map((result) => Number(result.rows[0]?.[0]))).toEqual([1, 1, 1, 1, 1]);
  });
});

it.each([
  ['select 1', true],
  ['  /* who */ select 1', true],
  ['with a as (select 1) select * from a', true],
  ['with a as (select 1) insert into job select 1, 2', false],
  ['insert into job values (1, 2) returning n', false],
  ['pragma foreign_keys', true],
  ['pragma journal_mode = wal', false],
  ['delete from job', false]
])('%s is a read: %s', (sql, read) => {
  expect(isRead(sql)).toBe(read);
});
