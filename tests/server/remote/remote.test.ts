import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPublication, openWorkshop, type PublicationDatabase, type WorkshopDatabase } from '#lib/server/db/databases.ts';
import { migratePublication, migrateWorkshop } from '#lib/server/db/migrate.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { currentEdition, findTable, listInitiatives } from '#lib/server/queries/publication.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { ACTOR, ingest2025, loadShippedCensus } from '../shipped.ts';
import { makeToken, startSqld, WHY_NOT, type Sqld } from './sqld.ts';

describe.skipIf(WHY_NOT !== undefined)(`databases on a real server${WHY_NOT ? ` (skipped: ${WHY_NOT})` : ''}`, () => {
  let servers: [Sqld, Sqld];
  let workshop: WorkshopDatabase;
  let publication: PublicationDatabase;
  const remote = ({ url, token }: Sqld) => ({ url, token, syncSeconds: 10 });

  beforeAll(async () => {
    servers = [await startSqld(), await startSqld()];
    workshop = openWorkshop(remote(servers[0]));
    publication = openPublication(remote(servers[1]));
    await migrateWorkshop(workshop, remote(servers[0]));
    await migratePublication(publication, remote(servers[1]));
  });
  afterAll(async () => {
    workshop.$client.close();
    publication.$client.close();
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('migrates, ingests and publishes over http with a token', async () => {
    const databases = { workshop, publication, folder: '', close: () => undefined };
    expect((await loadShippedCensus(databases)).outcome).toBe('loaded');
    expect((await ingest2025(databases)).outcome).toBe('committed');
    expect(await readResponses('2025', workshop)).toHaveLength(32);
    const edition = await publishHere({ note: { fr: 'Première.', en: 'First.' }, actor: ACTOR }, undefined, { workshop, publication });
    expect(edition.version).toBe('2025.1');
    expect(await listInitiatives('2025.1', publication)).toHaveLength(105);
    await expect(publication.$client.execute("update edition_table set content = ''")).rejects.toThrow(/never changes/);
  });

  it('takes many writers at once without losing a write', async () => {
    await workshop.$client.execute('create table job (n integer primary key)');
    const writes = Array.from({ length: 50 }, async (_, n) => {
      const tx = await workshop.$client.transaction();
      await tx.execute({ sql: 'insert into job values (?)', args: [n] });
      await tx.commit();
    });
    await Promise.all([...writes, ...Array.from({ length: 50 }, () => workshop.$client.execute('select count(*) from job'))]);
    expect((await workshop.$client.execute('select count(*) from job')).rows[0]?.[0]).toBe(50);
  });

  it('is read through a file replica, and read only with a read-only token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replica-'));
    const { url } = servers[1];
    const address = { url: `file:${join(folder, 'replica.db')}`, syncUrl: url, token: servers[1].token, syncSeconds: 1 };
    const replica = openPublication(address);
    await migratePublication(replica, address);
    expect((await currentEdition(replica))?.version).toBe('2025.1');
    expect(await findTable('2025.1', '2025.objectives', replica)).toEqual(await findTable('2025.1', '2025.objectives', publication));
    replica.$client.close();
    rmSync(folder, { recursive: true, force: true });

    const reader = openPublication({ url, token: makeToken('ro'), syncSeconds: 10 });
    expect((await currentEdition(reader))?.version).toBe('2025.1');
    await expect(reader.$client.execute("update edition set status = 'withdrawn'")).rejects.toThrow();
    reader.$client.close();
  });
});
