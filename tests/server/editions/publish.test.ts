import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { user } from '#lib/server/db/accounts.schema.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { COMMAND_LINE } from '#lib/server/editions/approval.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { nextVersion } from '#lib/server/editions/version.ts';
import { withdrawEdition } from '#lib/server/editions/withdraw.ts';
import { recordAudit } from '#lib/server/queries/audit.ts';
import { currentEdition, findEdition, findTable, findTables, listEditions, listTables, listWaves } from '#lib/server/queries/publication.ts';
import { ACTOR, ingest2025, ingest2026, loadShippedCensus } from '../shipped.ts';

const NOTE = { fr: 'Ce qui change.', en: 'What changes.' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
});
afterEach(() => databases.close());
const publish = (actor = ACTOR, more: object = {}) => publishHere({ note: NOTE, actor, ...more }, undefined, databases);

async function first(): Promise<void> {
  await loadShippedCensus(databases);
  await ingest2025(databases);
  await publish();
}

async function approver(id: string): Promise<void> {
  const at = new Date().toISOString();
  await databases.workshop.insert(user).values({ id, name: id, email: id, createdAt: at, updatedAt: at, role: 'approver' });
}

describe('editions', () => {
  it('follow one another by the year of the newest wave', async () => {
    await first();
    await ingest2026(databases);
    const second = await publish();
    expect(second.version).toBe('2026.1');
    expect((await listEditions(databases.publication)).map(({ version }) => version)).toEqual(['2026.1', '2025.1']);
    expect((await currentEdition(databases.publication))?.version).toBe('2026.1');
    expect((await listWaves('2025.1', databases.publication)).map(({ wave }) => wave)).toEqual(['2025']);
    expect((await listWaves('2026.1', databases.publication)).map(({ wave }) => wave)).toEqual(['2025', '2026-demo']);
    expect(nextVersion(['2025', '2026-demo'], ['2026.9', '2026.10', '2025.3'], 2030)).toBe('2026.11');
    expect(nextVersion([], [], 2030)).toBe('2030.1');
  });

  it('leave earlier editions exactly as they were', async () => {
    await first();
    const ids = (await listTables('2025.1', databases.publication)).map(({ id }) => id);
    const before = JSON.stringify(await findTables('2025.1', ids, databases.publication));
    const hash = (await findEdition('2025.1', databases.publication))?.contentHash;
    await ingest2026(databases);
    await publish();
    expect(JSON.stringify(await findTables('2025.1', ids, databases.publication))).toBe(before);
    expect((await findEdition('2025.1', databases.publication))?.contentHash).toBe(hash);
  });

  it('are the same for the same data, and are not published twice', async () => {
    await first();
    await expect(publish()).rejects.toMatchObject({ code: 'edition_unchanged' });
    const other = await temporaryDatabases();
    await loadShippedCensus(other);
    await ingest2025(other);
    const twin = await publishHere({ note: NOTE, actor: ACTOR }, undefined, other);
    expect(twin.contentHash).toBe((await findEdition('2025.1', databases.publication))?.contentHash);
    other.close();
  });

  it('refuse an unknown form of version, one that exists, and a content that nobody saw', async () => {
    await first();
    await ingest2026(databases);
    await expect(publish(ACTOR, { version: '2025.1' })).rejects.toMatchObject({ code: 'edition_exists' });
    await expect(publish(ACTOR, { version: 'next' })).rejects.toMatchObject({ code: 'impossible_value' });
    await expect(publish(ACTOR, { expectedHash: 'another' })).rejects.toMatchObject({ code: 'deposit_changed' });
    expect(await listEditions(databases.publication)).toHaveLength(1);
    expect((await publish(ACTOR, { expectedHash: (await draftHere(undefined, databases)).contentHash })).version).toBe('2026.1');
  });

  it('need a census', async () => {
    await expect(publish()).rejects.toMatchObject({ code: 'census_empty' });
  });

  it('are drafted with what changes, in figures', async () => {
    await first();
    expect((await draftHere(undefined, databases)).same).toBe(true);
    await ingest2026(databases);
    const draft = await draftHere(undefined, databases);
    expect(draft).toMatchObject({ version: '2026.1', same: false, initiatives: 105 });
    expect(draft.changes.changes.find(({ table }) => table === '2026-demo.objectives')).toMatchObject({ before: { fr: '32/60' } });
    expect(draft.changes.changes.some(({ table }) => table.startsWith('2025.'))).toBe(false);
    expect(draft.secret.hidden).toBeGreaterThan(0);
  });

  it('are found one by one, and unknown ones are undefined', async () => {
    await first();
    expect(await findTable('2025.1', '2025.nothing', databases.publication)).toBeUndefined();
    expect(await findTable('1999.1', '2025.objectives', databases.publication)).toBeUndefined();
    expect(await findEdition('1999.1', databases.publication)).toBeUndefined();
    const two = await findTables('2025.1', ['2025.funding_mix', '2025.nothing', '2025.objectives'], databases.publication);
    expect(two.map(({ id }) => id)).toEqual(['2025.funding_mix', '2025.objectives']);
  });
});

describe('a withdrawn edition', () => {
  it('stays, with its reason and what replaces it', async () => {
    await first();
    await ingest2026(databases);
    await publish();
    const reason = { fr: 'Une vague de démonstration y figurait.', en: 'It held a demonstration wave.' };
    expect(await withdrawEdition('2026.1', reason, ACTOR, undefined, databases)).toMatchObject({ status: 'withdrawn', successor: '2025.1' });
    expect((await currentEdition(databases.publication))?.version).toBe('2025.1');
    expect(await findEdition('2026.1', databases.publication)).toMatchObject({ status: 'withdrawn', withdrawalReason: reason });
    expect(await findTable('2026.1', '2025.objectives', databases.publication)).toBeDefined();
    await expect(withdrawEdition('2026.1', reason, ACTOR, undefined, databases)).rejects.toMatchObject({ code: 'edition_withdrawn' });
    await expect(withdrawEdition('2027.1', reason, ACTOR, undefined, databases)).rejects.toMatchObject({ code: 'edition_unknown' });
    expect((await publish()).version).toBe('2026.2');
  });
});

describe('approval', () => {
  it('belongs to somebody else when two may approve', async () => {
    await approver(ACTOR);
    await loadShippedCensus(databases);
    await ingest2025(databases);
    await publish();
    await approver('second@observatory.example');
    await ingest2026(databases);
    await expect(publish()).rejects.toMatchObject({ code: 'second_approver' });
    expect(await listEditions(databases.publication)).toHaveLength(1);
    expect((await publish('second@observatory.example')).version).toBe('2026.1');
  });

  it('counts only what was prepared since the last edition', async () => {
    await approver(ACTOR);
    await approver('second@observatory.example');
    await loadShippedCensus(databases);
    await ingest2025(databases);
    await publish('second@observatory.example');
    await ingest2026(databases, { actor: 'second@observatory.example' });
    expect((await publish(ACTOR)).version).toBe('2026.1');
  });

  it('does not bind the command line, and does not take reading for preparing', async () => {
    await approver(ACTOR);
    await approver('second@observatory.example');
    await loadShippedCensus(databases);
    await ingest2025(databases, { actor: COMMAND_LINE });
    await recordAudit(databases.workshop, { actor: 'second@observatory.example', action: 'account.sign_in', subject: 'account:2', details: {} });
    await expect(publish(ACTOR)).rejects.toMatchObject({ code: 'second_approver' });
    expect((await publish(COMMAND_LINE)).version).toBe('2025.1');
  });
});
