import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { settlePublications } from '#lib/server/editions/settle.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { listIntents } from '#lib/server/queries/editions.ts';
import { currentEdition, findTable, listInitiatives, listTables } from '#lib/server/queries/publication.ts';
import { ACTOR, shippedDatabases } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
});
afterEach(() => databases.close());

function publishAndDie(moment: string): void {
  const script = join(process.cwd(), 'tests/server/editions/publish-and-die.ts');
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, databases.folder, moment], { encoding: 'utf8' });
  expect(child.signal, child.stderr).toBe('SIGKILL');
}

const rows = async (table: string): Promise<number> => Number((await databases.publication.$client.execute(`select count(*) from ${table}`)).rows[0]?.[0]);

it.each([
  ['after the intent', 'abandoned'],
  ['within the edition', 'abandoned'],
  ['before the confirmation', 'confirmed']
])('an edition killed %s is %s at the next start, and complete or absent', async (moment, outcome) => {
  publishAndDie(moment);
  expect((await listIntents(databases.workshop)).map(({ status }) => status)).toEqual(['intent']);

  expect(await settlePublications(databases.workshop, databases.publication)).toEqual([{ version: '2025.1', outcome }]);
  expect(await settlePublications(databases.workshop, databases.publication)).toEqual([]);
  const edition = await currentEdition(databases.publication);
  const tables = await listTables('2025.1', databases.publication);
  if (outcome === 'confirmed') {
    expect(edition?.version).toBe('2025.1');
    expect(await listInitiatives('2025.1', databases.publication)).toHaveLength(105);
    for (const { id } of tables) expect(await findTable('2025.1', id, databases.publication)).toBeDefined();
    expect((await listAudit(databases.workshop))[0]).toMatchObject({ action: 'edition.publish', subject: 'edition:2025.1', details: { settled: true } });
  } else {
    expect(edition).toBeUndefined();
    for (const table of ['edition', 'edition_initiative', 'edition_wave', 'edition_table']) expect(await rows(table), table).toBe(0);
    // The number serves again: the public never sees a hole.
    const again = await publishHere({ note: { fr: 'Reprise.', en: 'Again.' }, actor: ACTOR }, undefined, databases);
    expect(again.version).toBe('2025.1');
  }
});
