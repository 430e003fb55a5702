import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Answer, Response } from '#lib/domain/waves/response.ts';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { withdrawEdition } from '#lib/server/editions/withdraw.ts';
import { listDeposits } from '#lib/server/queries/deposits.ts';
import { readBases } from '#lib/server/queries/edition-bases.ts';
import { findTable, findTables, listTables, listWaves } from '#lib/server/queries/publication.ts';
import { clearResponses, insertResponses, readResponses } from '#lib/server/queries/responses.ts';
import { readFrame } from '#lib/server/queries/waves.ts';
import { ACTOR, ingest2026, shippedDatabases } from '../shipped.ts';

const NOTE = { fr: 'Ce qui change.', en: 'What changes.' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
});
afterEach(() => databases.close());

const publish = async (): Promise<string> => (await publishHere({ note: NOTE, actor: ACTOR }, undefined, databases)).version;
const draft = () => draftHere(undefined, databases);
const table = async (version: string, id: string): Promise<PublishedTable> => (await findTable(version, id, databases.publication)) as PublishedTable;
const numbers = ({ groups, funders }: PublishedTable): unknown => ({ groups, funders });

/** Puts other answers in the place of the wave's, as a committed deposit would. */
async function change(edit: (responses: Response[], silent: string[]) => Response[]): Promise<void> {
  const { workshop } = databases;
  const responses = await readResponses('2025', workshop);
  const frame = await readFrame('2025', workshop);
  const silent = frame.filter((slug) => !responses.some(({ initiative }) => initiative === slug));
  const [deposit] = await listDeposits('2025', workshop);
  await workshop.transaction(async (tx) => {
    await clearResponses(tx, '2025');
    await insertResponses(tx, deposit?.id ?? '', edit(responses, silent));
  });
}

const support = (option: string): Answer => ({ state: 'answered', type: 'single', option });
/** A late answer, without anything about funders. */
const late = (initiative: string | undefined, option: string): Response => ({
  initiative: initiative ?? '',
  wave: '2025',
  row: 900,
  answers: { political_support: support(option), funding_details: support('no'), public_funder_levels: { state: 'not_asked' }, funding_amounts: { state: 'not_asked' } }
});

describe('a wave published again', () => {
  it('with one more answer keeps its confidential tables, and says so', async () => {
    await publish();
    await change((responses, [one]) => [...responses, late(one, 'no')]);
    const seen = await draft();
    expect(seen.held.map(({ table, reason, waiting, version }) => ({ table, reason, waiting, version }))).toContainEqual({ table: '2025.political_support', reason: 'few', waiting: 1, version: '2025.1' });
    expect(seen.disclosures).toEqual([]);
    const second = await publish();
    for (const { id } of await listTables(second, databases.publication)) {
      const [before, after] = [await table('2025.1', id), await table(second, id)];
      if (before.level !== 'confidential') continue;
      expect(numbers(after), id).toEqual(numbers(before));
      expect(after.asOf, id).toEqual({ version: '2025.1', waiting: 1, reason: 'few' });
    }
    // Open tables move on.
    expect((await table(second, '2025.objectives')).groups[0]?.respondents).toEqual({ status: 'ok', value: 33 });
    const [wave] = await listWaves(second, databases.publication);
    const [first] = await listWaves('2025.1', databases.publication);
    expect(wave?.responses).toBe(33);
    // How many were shown the funder question is what they answered to the one before it.
    for (const code of ['public_funder_levels', 'political_support']) expect(wave?.questions.find((each) => each.code === code), code).toEqual(first?.questions.find((each) => each.code === code));
  });

  it('with one answer changed or taken back keeps them too, also after a withdrawal', async () => {
    await publish();
    await change((responses) => responses.map((each, at) => (at === 0 ? { ...each, answers: { ...each.answers, political_support: support('no') } } : each)));
    expect((await draft()).held.map(({ table }) => table)).toContain('2025.political_support');
    expect((await draft()).held.map(({ table }) => table)).not.toContain('2025.funding_amounts');
    const second = await publish();
    expect(numbers(await table(second, '2025.political_support'))).toEqual(numbers(await table('2025.1', '2025.political_support')));
    await change((responses) => responses.slice(1));
    expect((await draft()).held.length).toBeGreaterThan(3);
    const third = await publish();
    await withdrawEdition(third, NOTE, ACTOR, undefined, databases);
    await change((responses) => responses.slice(1));
    expect(numbers(await table(await publish(), '2025.political_support'))).toEqual(numbers(await table('2025.1', '2025.political_support')));
  });

  it('hides everything when the only edition to carry on was withdrawn', async () => {
    const first = await publish();
    await withdrawEdition(first, NOTE, ACTOR, undefined, databases);
    await change((responses, [one]) => [...responses, late(one, 'no')]);
    const again = await table(await publish(), '2025.political_support');
    expect(again.groups[0]?.rows.map(({ count }) => count.status)).toEqual(['c', 'c', 'c']);
    expect(again.asOf).toEqual({ waiting: 1, reason: 'few' });
  });

  it('counts late answers once they cannot be told apart', async () => {
    await publish();
    await change((responses, [a, b, c]) => [...responses, late(a, 'yes'), late(b, 'yes'), late(c, 'no')]);
    // Three of them, but "one of the three said no" is a count of one.
    expect((await draft()).held.find(({ table }) => table === '2025.political_support')).toMatchObject({ reason: 'apart', waiting: 3 });
    await change((responses, [a, b, c, d, e, f]) => [...responses, late(a, 'yes'), late(b, 'no'), late(c, 'no'), late(d, 'dont_know'), late(e, 'dont_know'), late(f, 'dont_know')]);
    const seen = await draft();
    expect(seen.held.map(({ table }) => table)).not.toContain('2025.political_support');
    const second = await publish();
    const after = await table(second, '2025.political_support');
    expect(after.asOf).toBeUndefined();
    expect(after.groups[0]?.rows.map(({ count }) => count)).toEqual([19, 11, 8].map((value) => ({ status: 'ok', value })));
  });

  it('keeps who stands behind a table in the workshop only', async () => {
    await publish();
    const bases = await readBases(databases.workshop);
    expect(bases.get('2025.1 2025.political_support')?.groups[0]?.answered).toHaveLength(29);
    expect(bases.has('2025.1 2025.objectives')).toBe(false);
    const ids = (await listTables('2025.1', databases.publication)).map(({ id }) => id);
    const slugs = new Set((await readResponses('2025', databases.workshop)).map(({ initiative }) => initiative));
    const text = JSON.stringify(await findTables('2025.1', ids, databases.publication));
    for (const slug of slugs) expect(text.includes(slug), slug).toBe(false);
  });

  it('compares the next wave with what stands, not with the late answer', async () => {
    await ingest2026(databases);
    const first = await publish();
    await change((responses, [one]) => [...responses, late(one, 'no')]);
    const second = await publish();
    const [before, after] = [await table(first, '2026-demo.political_support'), await table(second, '2026-demo.political_support')];
    expect(after.comparisons).toEqual(before.comparisons);
  });

  it('from an edition whose answers nobody kept stays as that edition', async () => {
    await publish();
    await databases.workshop.run('delete from edition_table_basis');
    expect((await draft()).held).toEqual([]);
    await change((responses, [a, b, c, d, e, f]) => [...responses, late(a, 'yes'), late(b, 'no'), late(c, 'no'), late(d, 'dont_know'), late(e, 'dont_know'), late(f, 'dont_know')]);
    expect((await draft()).held.find(({ table }) => table === '2025.political_support')).toMatchObject({ reason: 'unknown', version: '2025.1' });
  });
});
