import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { readKnownInitiatives } from '#lib/server/queries/census.ts';
import { listDecisionSteps, readRemembered } from '#lib/server/queries/intake.ts';
import { commitHere } from '#lib/server/wave-intake/commit.ts';
import { Matches } from '#lib/server/wave-intake/packed-matches.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { readDecisions, writeDecisions } from '#lib/server/wave-intake/decisions-file.ts';
import { createDeposit, getDeposit, saveDecisions, undoDecisions } from '#lib/server/wave-intake/deposits.ts';
import { prepare, storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { ACTOR, loadShippedCensus, shippedCodebook } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const HEADER = ['Nom de la caisse alimentaire', 'Adresse électronique de contact', 'Portage', 'Machin', 'Bidule interne'];
/** A file whose columns were renamed: two mean nothing to the codebook, and one answer is written otherwise. */
const file = (rows: string[][]): Uint8Array => new TextEncoder().encode([HEADER, ...rows].map((row) => row.join(';')).join('\r\n'));

/** The questionnaire with the five questions of the file, and nothing required besides. */
function codebook(wave: string) {
  const full = shippedCodebook('2026-demo');
  const kept = ['initiative_name', 'contact_email', 'lead_type', 'participants'];
  return { ...full, wave, questions: full.questions.filter(({ code }) => kept.includes(code)) };
}

async function deposit(wave: string, rows: string[][]): Promise<string> {
  await createWave(codebook(wave), ACTOR, databases.workshop);
  return (await createDeposit({ wave, filename: `${wave}.csv`, bytes: file(rows), actor: ACTOR }, databases.workshop)).deposit.id;
}

const preparation = async (id: string) => (await prepare(databases.workshop, await storedDeposit(databases.workshop, id))).preparation;


const DECISIONS = { questions: { Portage: 'lead_type', Machin: 'participants', 'Bidule interne': 'ignore' }, options: { lead_type: { 'Régie de quartier': 'association' } } };
let FIRST: string[][];
let SECOND: string[][];
beforeEach(async () => {
  // Names of the census whose commune and kind leave no doubt.
  const [one = '', two = '', three = ''] = (await readKnownInitiatives(databases.workshop)).filter(({ kind }) => kind === 'caisse').map(({ name }) => name);
  FIRST = [[one, 'a@un.example', 'Régie de quartier', '40', 'x'], [two, 'b@deux.example', 'Association', '60', 'y']];
  SECOND = [[one, 'a@un.example', 'Régie de quartier', '45', 'z'], [three, 'd@trois.example', 'Mutuelle', '70', '']];
});

/** Acknowledges what asks for it and matches what waits, as an editor would. */
async function settle(id: string): Promise<void> {
  const { matches } = await preparation(id);
  const open = Object.fromEntries([...new Matches(matches)].filter(({ outcome }) => outcome !== 'matched').map(({ row, candidates }) => [row, candidates[0]?.slug ?? 'not_in_frame']));
  const save = async (change: object): Promise<void> => {
    const { decisions, revision } = await getDeposit(id, databases.workshop);
    await saveDecisions(id, { ...decisions, ...change }, { actor: ACTOR, revision }, databases.workshop);
  };
  await save({ matches: open });
  const { findings } = await preparation(id);
  await save({ acknowledged: findings.filter(({ level }) => level === 'acknowledge').map(({ key }) => key) });
}

describe('what editors decided', () => {
  it('is proposed at the next deposit with its wave and date, which then needs no new decision', async () => {
    const first = await deposit('2026-a', FIRST);
    expect((await preparation(first)).counts.blocking).toBeGreaterThan(0);
    await saveDecisions(first, DECISIONS, { actor: ACTOR, revision: 0 }, databases.workshop);
    await settle(first);
    await commitHere({ deposit: first, actor: ACTOR }, undefined, databases.workshop);

    const second = await deposit('2026-b', SECOND);
    const { findings, mapping, taken, decisions } = await preparation(second);
    expect(findings.filter(({ code, level }) => level === 'blocking' && !code.startsWith('match_'))).toEqual([]);
    expect(findings.filter(({ code }) => code === 'unmapped_column' || code === 'unknown_option' || code === 'mapped_by_likeness')).toEqual([]);
    expect(Object.fromEntries(mapping.map(({ source, question }) => [source, question]))).toMatchObject(DECISIONS.questions);
    expect(taken).toEqual(expect.arrayContaining([expect.objectContaining({ section: 'questions', key: 'Machin', value: 'participants', wave: '2026-a', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string })]));
    expect(decisions.options?.lead_type?.['Régie de quartier']).toBe('association');
    // The deposit itself says nothing that nobody said of it.
    expect((await getDeposit(second, databases.workshop)).decisions).toEqual({});
  });

  it('gives way to a decision about the file at hand, and to a question that is gone', async () => {
    const first = await deposit('2026-a', FIRST);
    await saveDecisions(first, DECISIONS, { actor: ACTOR, revision: 0 }, databases.workshop);
    await settle(first);
    await commitHere({ deposit: first, actor: ACTOR }, undefined, databases.workshop);
    const second = await deposit('2026-b', SECOND);
    await saveDecisions(second, { questions: { Machin: 'ignore' } }, { actor: ACTOR, revision: 0 }, databases.workshop);
    expect((await preparation(second)).mapping.find(({ source }) => source === 'Machin')?.question).toBe('ignore');
    await createWave({ ...codebook('2026-b'), questions: codebook('2026-b').questions.filter(({ code }) => code !== 'lead_type') }, ACTOR, databases.workshop);
    expect((await preparation(second)).mapping.find(({ source }) => source === 'Portage')?.question).not.toBe('lead_type');
  });

  it('is learned at commit, not before, and the deposit can then be replayed without it', async () => {
    const first = await deposit('2026-a', FIRST);
    await saveDecisions(first, DECISIONS, { actor: ACTOR, revision: 0 }, databases.workshop);
    await settle(first);
    expect(await readRemembered(databases.workshop)).toEqual([]);
    await commitHere({ deposit: first, actor: ACTOR }, undefined, databases.workshop);
    expect((await readRemembered(databases.workshop)).map(({ kind, key }) => `${kind} ${key}`)).toEqual(expect.arrayContaining(['question machin', 'option ["lead_type","Régie de quartier"]']));
    expect((await getDeposit(first, databases.workshop)).decisions).toMatchObject(DECISIONS);
  });
});

describe('steps of the decisions', () => {
  it('are kept with who and what, and taken back one by one', async () => {
    const id = await deposit('2026-a', FIRST);
    await saveDecisions(id, { questions: { Machin: 'participants' } }, { actor: 'one', revision: 0 }, databases.workshop);
    await saveDecisions(id, { questions: { Machin: 'ignore', Portage: 'lead_type' }, corrections: { '2:4': '41' } }, { actor: 'two', revision: 1 }, databases.workshop);
    const [second, first] = await listDecisionSteps(id, databases.workshop);
    expect(second).toMatchObject({ actor: 'two', revision: 2, changes: expect.arrayContaining([{ section: 'corrections', key: '2:4', before: null, after: '41' }]) as unknown });

    // The first step's only decision has changed since: it stays.
    expect((await undoDecisions(id, first!.id, 'three', databases.workshop)).superseded).toBe(1);
    expect((await undoDecisions(id, second!.id, 'three', databases.workshop)).superseded).toBe(0);
    const { decisions } = await getDeposit(id, databases.workshop);
    expect(decisions).toEqual({ questions: { Machin: 'participants' }, corrections: {} });
    expect((await listDecisionSteps(id, databases.workshop))[0]).toMatchObject({ actor: 'three', undoes: second!.id });
  });

  it('keep the original beside a correction', async () => {
    const id = await deposit('2026-a', FIRST);
    await saveDecisions(id, { corrections: { '2:4': '41' }, questions: { Machin: 'participants' } }, { actor: ACTOR, revision: 0 }, databases.workshop);
    expect((await preparation(id)).corrections).toEqual([{ row: 2, column: 4, header: 'Machin', original: '40', text: '41' }]);
  });
});

describe('decisions as a file', () => {
  it('come back as they went, and anything else is refused', () => {
    const decisions = { ...DECISIONS, matches: { 4: 'not_in_frame' }, rows: { 5: 'exclude' as const }, corrections: { '2:4': '' }, headerRows: [1, 2] };
    expect(readDecisions(writeDecisions(decisions))).toEqual(decisions);
    for (const text of ['', '[]', '{"question":{}}', '{"rows":{"5":"perhaps"}}', '{"corrections":{"L7":"x"}}']) expect(readDecisions(text)).toBeUndefined();
  });
});
