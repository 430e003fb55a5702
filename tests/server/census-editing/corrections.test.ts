import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptCorrection, refuseCorrection } from '#lib/server/census-editing/decide-correction.ts';
import { withValues } from '#lib/server/census-editing/census-values.ts';
import { hashAddress, hashCorrectionToken, MOST_A_DAY, sendCorrection } from '#lib/server/corrections/send.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { findOutcome } from '#lib/server/queries/corrections.ts';
import { findEntry, readHistory } from '#lib/server/queries/initiative-history.ts';
import { listCorrections } from '#lib/server/queries/initiative-corrections.ts';
import { ACTOR, loadShippedCensus } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
});
afterEach(() => databases.close());

const NOW = new Date('2026-11-22T10:00:00Z');
const FORM = { what: 'La caisse a fermé en juin 2026.', how: 'Je suis au conseil.', consent: true, trap: '' };
const send = (changes: Partial<typeof FORM> = {}, address = '192.0.2.7', now = NOW) =>
  sendCorrection({ ...FORM, ...changes }, { initiative: 'lyon-calim8', address, lang: 'fr', now }, databases.workshop);
const inbox = () => listCorrections({}, databases.workshop);

describe('sending', () => {
  it('stores the message and shows its outcome to the holder of the token only', async () => {
    const sent = await send();
    if (sent.outcome !== 'received') throw new Error(sent.outcome);
    expect(await findOutcome(hashCorrectionToken(sent.token), databases.workshop)).toEqual({ initiative: 'lyon-calim8', status: 'received', at: NOW.toISOString() });
    expect(await findOutcome(sent.token, databases.workshop)).toBeUndefined();
    expect(await findOutcome(hashCorrectionToken('x'), databases.workshop)).toBeUndefined();
    expect(await inbox()).toMatchObject([{ what: FORM.what, how: FORM.how, status: 'received' }]);
  });

  it('keeps neither the token nor the address anywhere in the file', async () => {
    const sent = await send({}, '203.0.113.77');
    const dump = JSON.stringify((await databases.workshop.$client.execute('select * from correction')).rows);
    expect(dump).not.toContain('203.0.113.77');
    expect(dump).not.toContain(sent.outcome === 'received' ? sent.token : 'nothing');
  });

  it('asks for both answers and for the consent', async () => {
    expect(await send({ what: '', how: 'court', consent: false })).toEqual({ outcome: 'incomplete', problems: { what: 'missing', how: 'short', consent: true } });
    expect(await send({ how: 'x'.repeat(2001) })).toMatchObject({ problems: { how: 'long' } });
    expect(await inbox()).toEqual([]);
  });

  it.each([
    ['how', 'jean.dupont@example.org, 06 12 34 56 78', 'email'],
    ['how', 'Appelez le 06 12 34 56 78 le matin.', 'telephone'],
    ['what', 'La caisse est fermée, écrire à jean.dupont@example.org', 'email']
  ])('keeps no address and no number: %s %s', async (field, text, kind) => {
    expect(await send({ [field]: text })).toEqual({ outcome: 'incomplete', problems: { [field]: kind } });
    expect(await inbox()).toEqual([]);
    expect(await send({ [field]: 'Vu au marché, le 12 03 2026, par Jean Dupont.' })).toMatchObject({ outcome: 'received' });
  });

  it('answers a machine as a person and keeps nothing', async () => {
    expect(await send({ trap: 'http://spam.example' })).toMatchObject({ outcome: 'received' });
    expect(await inbox()).toEqual([]);
  });

  it('lets five a day through from one address, also when they come at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: MOST_A_DAY + 3 }, () => send()));
    expect(outcomes.filter(({ outcome }) => outcome === 'received')).toHaveLength(MOST_A_DAY);
    expect(outcomes.filter(({ outcome }) => outcome === 'too_many')).toHaveLength(3);
    expect(await send({}, '192.0.2.8')).toMatchObject({ outcome: 'received' });
    expect(await send({}, '192.0.2.7', new Date('2026-11-23T10:00:01Z'))).toMatchObject({ outcome: 'received' });
  });

  it('hashes an address otherwise every day and with every secret', () => {
    const next = new Date('2026-11-23T10:00:00Z');
    expect(new Set([hashAddress('192.0.2.7', NOW, 'a'), hashAddress('192.0.2.7', next, 'a'), hashAddress('192.0.2.7', NOW, 'b')]).size).toBe(3);
  });
});

describe('deciding', () => {
  beforeEach(async () => {
    await loadShippedCensus(databases);
  });
  const version = async () => (await findEntry('lyon-calim8', databases.workshop))!.version;
  const accept = async (id: string, opened: number, status = 'terminee') =>
    acceptCorrection(
      id,
      { edit: { slug: 'lyon-calim8', version: opened, change: (item) => withValues(item, { status, ended_on: '2026-06' }) }, source: FORM.how, answer: 'Merci.', actor: ACTOR },
      databases.workshop
    );

  it('accepts as an edit with its source, and forgets where the message came from', async () => {
    const sent = await send();
    const [correction] = await inbox();
    expect(await accept(correction!.id, await version())).toMatchObject({ outcome: 'saved', fields: ['status', 'endedOn'] });
    expect((await findEntry('lyon-calim8', databases.workshop))!.initiative).toMatchObject({ status: 'terminee', endedOn: '2026-06' });
    expect((await readHistory('lyon-calim8', databases.workshop))[0]).toMatchObject({ reason: FORM.what, source: FORM.how, correction: correction!.id });
    expect(await findOutcome(hashCorrectionToken(sent.outcome === 'received' ? sent.token : ''), databases.workshop)).toMatchObject({ status: 'accepted', answer: 'Merci.' });
    expect((await databases.workshop.$client.execute('select address_hash from correction')).rows[0]!.address_hash).toBeNull();
    expect((await listAudit(databases.workshop, { subject: 'initiative:lyon-calim8' })).map(({ action }) => action)).toEqual(['correction.accept', 'census.edit']);
  });

  it('decides nothing when the edit is refused, changes nothing or meets a conflict', async () => {
    await send();
    const [correction] = await inbox();
    const opened = await version();
    expect(await accept(correction!.id, opened, 'fermée')).toMatchObject({ outcome: 'refused' });
    const unchanged = await acceptCorrection(correction!.id, { edit: { slug: 'lyon-calim8', version: opened, change: (item) => ({ initiative: item }) }, answer: 'Merci.', actor: ACTOR }, databases.workshop);
    expect(unchanged).toMatchObject({ outcome: 'unchanged' });
    expect((await inbox())[0]!.status).toBe('received');
  });

  it('decides once', async () => {
    await send();
    const [correction] = await inbox();
    await refuseCorrection(correction!.id, { answer: 'Toujours ouverte.', actor: ACTOR }, databases.workshop);
    await expect(accept(correction!.id, await version())).rejects.toMatchObject({ code: 'correction_decided' });
    await expect(refuseCorrection(correction!.id, { answer: 'Non.', actor: ACTOR }, databases.workshop)).rejects.toMatchObject({ code: 'correction_decided' });
    expect((await inbox())[0]).toMatchObject({ status: 'refused', answer: 'Toujours ouverte.' });
  });
});
