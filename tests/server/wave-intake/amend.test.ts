import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { listDepositCommits } from '#lib/server/queries/deposit-commits.ts';
import { listDeposits } from '#lib/server/queries/deposits.ts';
import { findEdition, findTable } from '#lib/server/queries/publication.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { abandonAmendment, isBeingAmended, reopenDeposit } from '#lib/server/wave-intake/amend.ts';
import { commitHere } from '#lib/server/wave-intake/commit.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { createDeposit, getDeposit, saveDecisions } from '#lib/server/wave-intake/deposits.ts';
import { prepare, storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { ACTOR, ingest2025, shipped, shippedCodebook, shippedDatabases } from '../shipped.ts';

const NOTE = { fr: 'Ce qui change.', en: 'What changes.' };
let databases: TestDatabases;
let id: string;
beforeEach(async () => {
  databases = await shippedDatabases();
  id = (await listDeposits('2025', databases.workshop))[0]?.id ?? '';
});
afterEach(() => databases.close());

const deposit = () => getDeposit(id, databases.workshop);
const volunteers = async (row: number) => (await readResponses('2025', databases.workshop)).find((each) => each.row === row)?.answers.volunteers;
const reopen = (reason = 'Un nombre mal saisi') => reopenDeposit(id, { actor: ACTOR, reason }, databases.workshop);

/** Corrects the number of volunteers of the first row, in the cell where it stands. */
async function correct(text: string): Promise<void> {
  const { decisions, revision } = await deposit();
  const { preparation } = await prepare(databases.workshop, await storedDeposit(databases.workshop, id));
  const column = preparation.reading?.questions.find(({ label }) => label.includes('bénévoles'))?.columns[0];
  const next = { ...decisions, corrections: { ...decisions.corrections, [`2:${column}`]: text } };
  await saveDecisions(id, next, { actor: ACTOR, revision }, databases.workshop);
}

describe('a committed deposit', () => {
  it('opens again over the same file, and is committed again in one go', async () => {
    await publishHere({ note: NOTE, actor: ACTOR }, undefined, databases);
    const hash = (await findEdition('2025.1', databases.publication))?.contentHash;
    const before = await volunteers(2);
    expect(await reopen()).toMatchObject({ id, status: 'received', committedAt: null });
    expect(await isBeingAmended(await deposit(), databases.workshop)).toBe(true);
    // Until then the wave is what was committed, and can be published.
    expect(await readResponses('2025', databases.workshop)).toHaveLength(32);
    await correct('23');
    expect(await volunteers(2)).toEqual(before);
    expect(await commitHere({ deposit: id, actor: 'other@observatory.example' }, undefined, databases.workshop)).toMatchObject({ outcome: 'committed', responses: 32 });
    expect(await volunteers(2)).toEqual({ state: 'answered', type: 'number', number: 23 });
    expect(await deposit()).toMatchObject({ status: 'committed', committedBy: 'other@observatory.example' });
    expect((await findEdition('2025.1', databases.publication))?.contentHash).toBe(hash);
    const next = await publishHere({ note: NOTE, actor: ACTOR }, undefined, databases);
    expect((await findTable(next.version, '2025.volunteers', databases.publication))?.groups[0]?.summary?.mean).not.toEqual((await findTable('2025.1', '2025.volunteers', databases.publication))?.groups[0]?.summary?.mean);
  });

  it('is not stopped by its file deposited later, by mistake, for another wave; that one is', async () => {
    const db = databases.workshop;
    await createWave(shippedCodebook('2026-demo'), ACTOR, db);
    const { deposit: slip } = await createDeposit({ wave: '2026-demo', filename: 'x.csv', bytes: shipped('waves/2025/results-survey814275.csv'), actor: ACTOR }, db);
    await reopen();
    const codes = async (of: string) => (await prepare(db, await storedDeposit(db, of))).preparation.findings.map(({ code }) => code);
    expect(await codes(id)).not.toContain('same_file_other_wave');
    expect(await codes(slip.id)).toContain('same_file_other_wave');
    await correct('23');
    expect(await commitHere({ deposit: id, actor: ACTOR }, undefined, db)).toMatchObject({ outcome: 'committed' });
    expect(await codes(slip.id)).toContain('same_file_other_wave');
  });

  it('keeps what was committed, with who opened it again and why', async () => {
    const committed = await deposit();
    await reopen();
    await correct('23');
    await commitHere({ deposit: id, actor: ACTOR }, undefined, databases.workshop);
    await reopen('Encore un');
    const commits = await listDepositCommits(id, databases.workshop);
    expect(commits.map(({ reason, committedBy, reopenedBy }) => ({ reason, committedBy, reopenedBy }))).toEqual([
      { reason: 'Encore un', committedBy: ACTOR, reopenedBy: ACTOR },
      { reason: 'Un nombre mal saisi', committedBy: ACTOR, reopenedBy: ACTOR }
    ]);
    expect(commits[1]).toMatchObject({ decisions: committed.decisions, summary: committed.summary, committedAt: committed.committedAt });
    expect((await listAudit(databases.workshop, { subject: `deposit:${id}` })).filter(({ action }) => action === 'deposit.reopen')).toHaveLength(2);
  });

  it('can be put back as it was', async () => {
    const committed = await deposit();
    await reopen();
    await correct('23');
    await abandonAmendment(id, ACTOR, databases.workshop);
    const { revision: _, ...back } = await deposit();
    const { revision: __, ...was } = committed;
    expect(back).toEqual(was);
    expect(await isBeingAmended(await deposit(), databases.workshop)).toBe(false);
    await expect(abandonAmendment(id, ACTOR, databases.workshop)).rejects.toMatchObject({ code: 'deposit_changed' });
  });

  it('is recognised by its bytes, open or not, and opens once', async () => {
    const bytes = shipped('waves/2025/results-survey814275.csv');
    expect(await createDeposit({ wave: '2025', filename: 'encore.csv', bytes, actor: ACTOR }, databases.workshop)).toMatchObject({ already: true, deposit: { id, status: 'committed' } });
    await reopen();
    expect(await createDeposit({ wave: '2025', filename: 'encore.csv', bytes, actor: ACTOR }, databases.workshop)).toMatchObject({ already: true, deposit: { id, status: 'received' } });
    await expect(reopen()).rejects.toMatchObject({ code: 'deposit_changed' });
  });

  it('gives nothing back once another file took its place', async () => {
    await reopen();
    const csv = new TextDecoder().decode(shipped('waves/2025/results-survey814275.csv'));
    const fewer = new TextEncoder().encode(csv.split('\r\n').toSpliced(1, 1).join('\r\n'));
    expect((await ingest2025(databases, { bytes: fewer })).outcome).toBe('committed');
    await expect(abandonAmendment(id, ACTOR, databases.workshop)).rejects.toMatchObject({ code: 'deposit_changed' });
    expect(await isBeingAmended(await deposit(), databases.workshop)).toBe(false);
  });
});
