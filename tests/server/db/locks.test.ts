import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openClient, prepareClient } from '#lib/server/db/connect.ts';

/** Another process that reads the database and leaves: the last one to leave takes the journal away. */
const VISIT = "const { createClient } = require('@libsql/client'); const client = createClient({ url: process.argv[1] }); client.execute('select count(*) from t').then(() => client.close());";

it('a database that is opened twice here keeps its journal when another process leaves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'locks-'));
  const path = join(folder, 'w.db');
  const address = { url: `file:${path}`, syncSeconds: 0 };
  const client = openClient(address);
  try {
    await prepareClient(client, address);
    await client.execute('create table t (n integer)');
    await client.execute('insert into t values (1)');
    // What each worker thread does when it starts.
    const second = openClient(address);
    await second.execute('select n from t');
    second.close();
    execFileSync(process.execPath, ['-e', VISIT, address.url]);
    expect(existsSync(`${path}-wal`)).toBe(true);
    await client.execute('insert into t values (2)');
    execFileSync(process.execPath, ['-e', VISIT, address.url]);
    expect((await client.execute('select count(*) as n from t')).rows[0]).toMatchObject({ n: 2 });
  } finally {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
