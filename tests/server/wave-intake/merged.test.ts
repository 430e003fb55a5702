import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveInitiative } from '#lib/server/census-editing/lifecycle.ts';
import { mergeInitiatives } from '#lib/server/census-editing/merge.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { gather } from '#lib/server/editions/gather.ts';
import { findEntry } from '#lib/server/queries/initiative-history.ts';
import { readFrame, findWave } from '#lib/server/queries/waves.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { commitHere } from '#lib/server/wave-intake/commit.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { createDeposit, getDeposit, saveDecisions } from '#lib/server/wave-intake/deposits.ts';
import { Matches } from '#lib/server/wave-intake/packed-matches.ts';
import { prepare, storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { previewHere } from '#lib/server/wave-intake/preview.ts';
import { ACTOR, ingest2025, loadShippedCensus, shipped, shippedCodebook } from '../shipped.ts';

const note = { actor: ACTOR, reason: 'la même' };
let databases: TestDatabases;
let id: string;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
  await createWave(shippedCodebook('2026-demo'), ACTOR, databases.workshop);
  ({ deposit: { id } } = await createDeposit({ wave: '2026-demo', filename: 'vague-2026.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: ACTOR }, databases.workshop));
});
afterEach(() => databases.close());

const version = async (slug: string) => (await findEntry(slug, databases.workshop))!.version;
const prepared = async () => prepare(databases.workshop, await storedDeposit(databases.workshop, id));
const merge = async (kept: string, absorbed: string) => mergeInitiatives({ kept, absorbed, versions: { kept: await version(kept), absorbed: await version(absorbed) }, choices: {} }, note, databases.workshop);

/** Two caisses of the frame: the first answers the deposit, the second does not. */
async function pair(): Promise<[string, string]> {
  const { responses, frame } = await prepared();
  const answering = new Set(responses.map(({ initiative }) => initiative));
  return [responses[0]!.initiative, frame.find((slug) => !answering.has(slug))!];
}

async function commit(): Promise<void> {
  const { preparation } = await prepared();
  const { decisions, revision } = await getDeposit(id, databases.workshop);
  await saveDecisions(id, { ...decisions, acknowledged: preparation.findings.filter(({ level }) => level === 'acknowledge').map(({ key }) => key) }, { actor: ACTOR, revision }, databases.workshop);
  await commitHere({ deposit: id, actor: ACTOR }, undefined, databases.workshop);
}

describe('an initiative that was merged into another', () => {
  it('is offered to no response: its name is that of the one that took it in', async () => {
    const [answered, silent] = await pair();
    const before = await prepared();
    await merge(silent, answered);
    const { preparation, responses, frame } = await prepared();
    const matches = [...new Matches(preparation.matches)];
    expect(matches.flatMap(({ candidates, slug }) => [slug, ...candidates.map((each) => each.slug)])).not.toContain(answered);
    expect(responses.map(({ initiative }) => initiative)).toContain(silent);
    expect(responses).toHaveLength(before.responses.length);
    expect(frame).toEqual(before.frame.filter((slug) => slug !== answered));
    expect(preparation.counts.blocking).toBe(0);
  });

  it('that an editor had chosen stands for the one that took it in', async () => {
    const [answered, silent] = await pair();
    const row = (await prepared()).responses.find(({ initiative }) => initiative === answered)!.row;
    await saveDecisions(id, { matches: { [row]: answered } }, { actor: ACTOR, revision: 0 }, databases.workshop);
    await merge(silent, answered);
    expect(new Matches((await prepared()).preparation.matches).ofRow(row)).toMatchObject({ outcome: 'matched', slug: silent, decided: true });
  });

  it('is compared as it will be published, and counted once', async () => {
    await ingest2025(databases);
    const [answered, silent] = await pair();
    await merge(silent, answered);
    const { frame } = await prepared();
    const { changes } = await previewHere(id, undefined, databases);
    expect(changes.length).toBeGreaterThan(0);
    await commit();
    expect((await findWave('2026-demo', databases.workshop))?.frame).toBe(frame.length);
    const { waves } = await gather(databases.workshop);
    expect(waves.find(({ codebook }) => codebook.wave === '2026-demo')!.frame.map(({ slug }) => slug)).toEqual([...frame].sort());
  });

  it('and was asked with the other before counts once, with the answer there is', async () => {
    await commit();
    const responses = await readResponses('2026-demo', databases.workshop);
    const frame = await readFrame('2026-demo', databases.workshop);
    const answering = new Set(responses.map(({ initiative }) => initiative));
    const silent = frame.filter((slug) => !answering.has(slug));
    const answered = responses[0]!.initiative;
    await merge(silent[0]!, answered);
    await merge(silent[1]!, silent[2]!);
    const expected = frame.filter((slug) => slug !== silent[0] && slug !== silent[2]);
    expect(await readFrame('2026-demo', databases.workshop)).toEqual(expected);
    expect((await findWave('2026-demo', databases.workshop))?.frame).toBe(expected.length);
    expect((await gather(databases.workshop)).waves[0]!.responses).toHaveLength(responses.length);
  });
});

describe('an initiative that was archived', () => {
  it('stops the response that an editor had given it, and says so', async () => {
    const [answered] = await pair();
    const row = (await prepared()).responses.find(({ initiative }) => initiative === answered)!.row;
    await saveDecisions(id, { matches: { [row]: answered } }, { actor: ACTOR, revision: 0 }, databases.workshop);
    await archiveInitiative(answered, note, databases.workshop);
    const { preparation, frame } = await prepared();
    expect(frame).not.toContain(answered);
    expect(preparation.findings.filter(({ level }) => level === 'blocking').map(({ code, where }) => [code, where.row])).toEqual([['match_gone', row]]);
    await expect(previewHere(id, undefined, databases)).rejects.toMatchObject({ code: 'findings_remain' });
  });

  it('after it answered stays in the wave when its deposit is read again', async () => {
    await commit();
    const { initiative } = (await readResponses('2026-demo', databases.workshop))[0]!;
    await archiveInitiative(initiative, note, databases.workshop);
    const { responses, frame } = await prepared();
    expect(frame).toContain(initiative);
    expect(responses.map((response) => response.initiative)).toContain(initiative);
  });
});
