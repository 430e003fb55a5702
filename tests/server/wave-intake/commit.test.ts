import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { readIdentifiers } from '#lib/server/queries/census.ts';
import { openPacked } from '#lib/server/wave-intake/packed-file.ts';
import { Matches } from '#lib/server/wave-intake/packed-matches.ts';
import { listDeposits, readDepositFile } from '#lib/server/queries/deposits.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { findWave } from '#lib/server/queries/waves.ts';
import { commitHere } from '#lib/server/wave-intake/commit.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { createDeposit, getDeposit, saveDecisions } from '#lib/server/wave-intake/deposits.ts';
import { prepare, storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { rememberedChoices } from '#lib/server/wave-intake/remembered.ts';
import { previewHere } from '#lib/server/wave-intake/preview.ts';
import { ACTOR, ingest2025, ingest2026, loadShippedCensus, shipped, shippedCodebook } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const actions = async () => (await listAudit(databases.workshop)).map(({ action }) => action).reverse();
const prepared = async (id: string) => prepare(databases.workshop, await storedDeposit(databases.workshop, id));

async function deposit2026(): Promise<string> {
  await createWave(shippedCodebook('2026-demo'), ACTOR, databases.workshop);
  const { deposit } = await createDeposit({ wave: '2026-demo', filename: 'C:\\Enquêtes\\vague-2026.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: ACTOR }, databases.workshop);
  return deposit.id;
}

describe('a file deposited twice', () => {
  it('is committed once', async () => {
    const first = await ingest2025(databases);
    const again = await ingest2025(databases, { filename: 'autre-nom.csv' });
    expect([first.outcome, again.outcome]).toEqual(['committed', 'already']);
    expect(await readResponses('2025', databases.workshop)).toHaveLength(32);
    expect(await listDeposits('2025', databases.workshop)).toHaveLength(1);
    expect((await actions()).filter((action) => action === 'wave.commit')).toHaveLength(1);
  });

  it('gives back the deposit that there is', async () => {
    const id = await deposit2026();
    const again = await createDeposit({ wave: '2026-demo', filename: 'copie.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: 'other' }, databases.workshop);
    expect(again).toMatchObject({ already: true, deposit: { id, filename: 'vague-2026.xlsx' } });
  });

  it('loads the same census once', async () => {
    expect((await loadShippedCensus(databases)).outcome).toBe('unchanged');
    expect((await actions()).filter((action) => action === 'census.load')).toHaveLength(1);
  });
});

describe('a deposit, step by step', () => {
  it('keeps the bytes, prepares without writing, and commits what it showed', async () => {
    const id = await deposit2026();
    expect(Buffer.compare(Buffer.from(openPacked((await readDepositFile(id, databases.workshop))!).whole()), Buffer.from(shipped('waves/2026-demo/vague-2026.xlsx')))).toBe(0);
    const before = await actions();
    const { preparation } = await prepared(id);
    expect(preparation.counts).toMatchObject({ blocking: 0, unseen: 2 });
    expect(await actions()).toEqual(before);
    await expect(commitHere({ deposit: id, actor: ACTOR }, undefined, databases.workshop)).rejects.toMatchObject({ code: 'findings_remain' });
    expect(await readResponses('2026-demo', databases.workshop)).toEqual([]);

    const acknowledged = preparation.findings.filter(({ level }) => level === 'acknowledge').map(({ key }) => key);
    await saveDecisions(id, { acknowledged }, { actor: ACTOR, revision: 0 }, databases.workshop);
    const shown = await prepared(id);
    expect(shown.preparation.ready).toBe(true);
    const report = await commitHere({ deposit: id, actor: ACTOR }, undefined, databases.workshop);
    expect(report).toMatchObject({ outcome: 'committed', responses: 38, accounting: shown.preparation.accounting });
    const written = shown.responses.map(({ initiative, wave, row, answers, submittedAt }) => ({ initiative, wave, row, answers, ...(submittedAt ? { submittedAt } : {}) }));
    expect(await readResponses('2026-demo', databases.workshop)).toEqual(written);
    expect((await findWave('2026-demo', databases.workshop))?.status).toBe('loaded');
    expect(await commitHere({ deposit: id, actor: ACTOR }, undefined, databases.workshop)).toMatchObject({ outcome: 'already', responses: 38 });
  });

  it('accounts for every row and cell, rows left out included', async () => {
    const id = await deposit2026();
    const first = (await prepared(id)).preparation;
    const [one, two] = new Matches(first.matches);
    await saveDecisions(id, { matches: { [one!.row]: 'not_in_frame', [two!.row]: 'duplicate' } }, { actor: ACTOR, revision: 0 }, databases.workshop);
    const { preparation, responses } = await prepared(id);
    const { rowsRead, ignoredRows, nonEmptyCells, importedCells, ignoredCells } = preparation.accounting;
    expect(responses).toHaveLength(36);
    expect(rowsRead).toBe(36 + ignoredRows.length);
    expect(rowsRead).toBe(first.accounting.rowsRead);
    expect(ignoredRows).toEqual(expect.arrayContaining([{ row: one!.row, reason: 'not_in_frame' }, { row: two!.row, reason: 'duplicate' }]));
    expect(nonEmptyCells).toBe(importedCells + ignoredCells.reduce((sum, { cells }) => sum + cells, 0));
    expect([...preparation.matches.rows]).toContain(one!.row);
  });

  it('never lets one editor overwrite another unseen', async () => {
    const id = await deposit2026();
    const save = (actor: string) => saveDecisions(id, { acknowledged: [actor] }, { actor, revision: 0 }, databases.workshop);
    await save('one');
    await expect(save('two')).rejects.toMatchObject({ code: 'deposit_changed' });
    expect((await getDeposit(id, databases.workshop)).decisions).toEqual({ acknowledged: ['one'] });
  });

  it('refuses an unknown wave and an unknown deposit', async () => {
    await expect(createDeposit({ wave: '2031', filename: 'a.csv', bytes: new Uint8Array([1]), actor: ACTOR }, databases.workshop)).rejects.toMatchObject({ code: 'wave_unknown' });
    await expect(getDeposit('nothing', databases.workshop)).rejects.toMatchObject({ code: 'deposit_unknown' });
  });
});

describe('the second wave', () => {
  it('recognises who answered the first one', async () => {
    await ingest2025(databases);
    expect((await readIdentifiers(databases.workshop)).filter(({ kind }) => kind === 'email')).toHaveLength(32);
    const report = await ingest2026(databases);
    expect(report).toMatchObject({ outcome: 'committed', responses: 38 });
    const reasons = [...new Matches(report.preparation.matches)].flatMap(({ candidates }) => candidates[0]?.reasons ?? []);
    expect(reasons).toContain('same_email');
  });

  it('previews the figures that readers would see change, without writing', async () => {
    await ingest2025(databases);
    await publishHere({ note: { fr: 'Première.', en: 'First.' }, actor: ACTOR }, undefined, databases);
    const id = await deposit2026();
    const before = await actions();
    const { changes } = await previewHere(id, undefined, databases);
    const access = changes.find(({ table, row }) => table === '2026-demo.objectives' && row.en.startsWith('Access'));
    expect(access).toMatchObject({ kind: 'changed', before: { fr: '28/32' }, comparedWith: '2025' });
    expect(access?.after?.fr).toMatch(/^\d+\/3\d$/);
    expect(await actions()).toEqual(before);
  });

  it('says what a second file of the same wave replaces and loses', async () => {
    await ingest2025(databases);
    const lines = new TextDecoder().decode(shipped('waves/2025/results-survey814275.csv')).split('\r\n');
    const shorter = new TextEncoder().encode(lines.filter((line) => !line.includes('Initiative synthétique 045')).join('\r\n'));
    const refused = await ingest2025(databases, { bytes: shorter });
    expect(refused.outcome).toBe('refused');
    const codes = refused.preparation.findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['wave_replaced', 'response_lost']));
  });

  it('goes back to a file that another one replaced', async () => {
    await ingest2025(databases);
    const lines = new TextDecoder().decode(shipped('waves/2025/results-survey814275.csv')).split('\r\n');
    const shorter = new TextEncoder().encode(lines.filter((line) => !line.includes('Initiative synthétique 045')).join('\r\n'));
    await ingest2025(databases, { bytes: shorter, acknowledgeAll: true });
    expect(await readResponses('2025', databases.workshop)).toHaveLength(31);
    // What the replaced file taught is forgotten with it.
    expect(new Set((await readIdentifiers(databases.workshop)).map(({ initiative }) => initiative)).size).toBe(31);

    expect((await ingest2025(databases, { acknowledgeAll: true })).outcome).toBe('committed');
    expect(await readResponses('2025', databases.workshop)).toHaveLength(32);
    expect((await listDeposits('2025', databases.workshop)).map(({ status }) => status).sort()).toEqual(['committed', 'replaced']);

    // The same step by step: the deposit that was replaced is open again.
    const again = await createDeposit({ wave: '2025', filename: 'plus-court.csv', bytes: shorter, actor: ACTOR }, databases.workshop);
    expect(again).toMatchObject({ already: true, deposit: { status: 'received', committedAt: null } });
    await commitHere({ deposit: again.deposit.id, actor: ACTOR }, undefined, databases.workshop);
    expect(await readResponses('2025', databases.workshop)).toHaveLength(31);
  });
});

describe('choices of an earlier wave', () => {
  it('are proposed when they still mean something, and never applied unasked', async () => {
    const decisions = {
      questions: { 'Une vieille question': 'volunteers', Autre: 'a_question_that_is_gone', Remarques: 'ignore' },
      options: { lead_type: { 'Régie municipale': 'collectivite', Inconnue: 'an_option_that_is_gone' }, gone: { a: 'b' } },
      matches: {}
    };
    await ingest2025(databases, { decisions });
    const id = await deposit2026();
    expect(await rememberedChoices(id, databases.workshop)).toEqual([
      { wave: '2025', choices: 3, decisions: { questions: { 'Une vieille question': 'volunteers', Remarques: 'ignore' }, options: { lead_type: { 'Régie municipale': 'collectivite' } } } }
    ]);
    expect((await getDeposit(id, databases.workshop)).decisions).toEqual({});
  });
});
