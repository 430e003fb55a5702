import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { findingSentences } from '#lib/server/wave-intake/finding-sentences.ts';
import { knownAnswers, optionRows } from '#lib/server/wave-intake/answer-rows.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { createDeposit, getDeposit, saveDecisions } from '#lib/server/wave-intake/deposits.ts';
import { prepare, storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { ACTOR, loadShippedCensus, shipped, shippedCodebook } from '../shipped.ts';

let databases: TestDatabases;
let id: string;
const prepared = async () => (await prepare(databases.workshop, await storedDeposit(databases.workshop, id))).preparation;

/** The 2025 export with one misspelt answer in two rows and one heading that is no option. */
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
  await createWave(shippedCodebook('2025'), ACTOR, databases.workshop);
  let changed = 0;
  const text = Buffer.from(shipped('waves/2025/results-survey814275.csv'))
    .toString('utf8')
    .replace(/;"Urbain";/g, (answer) => (changed++ < 2 ? ';"Urbains";' : answer))
    .replace(/"OBJ\[access\][^"]*"/, '"OBJ[acces2]. Quels objectifs votre caisse poursuit-elle ? (plusieurs réponses possibles) [Une chose que personne ne connaît]"');
  const { deposit } = await createDeposit({ wave: '2025', filename: 'export.csv', bytes: Buffer.from(text), actor: ACTOR }, databases.workshop);
  id = deposit.id;
});
afterEach(() => databases.close());

const decide = async (options: Record<string, Record<string, string>>): Promise<void> => {
  const { decisions, revision } = await getDeposit(id, databases.workshop);
  await saveDecisions(id, { ...decisions, options }, { actor: ACTOR, revision }, databases.workshop);
};

describe('answers that the questionnaire does not know', () => {
  it('are listed with what they may be, texts and headings, and left undecided', async () => {
    const rows = optionRows(await prepared(), 'fr');
    expect(rows.find(({ seen }) => seen === 'Urbains')).toMatchObject({ question: 'territory_type', count: 2, column: false, suggestion: 'urban', value: '' });
    expect(rows.find(({ question }) => question === 'objectives')).toMatchObject({ column: true, value: '', seen: 'acces2', wording: 'Une chose que personne ne connaît' });
    expect(rows).toHaveLength(2);
  });

  it('block until they are decided, and then are read as decided', async () => {
    const before = await prepared();
    const heading = optionRows(before, 'fr').find(({ column }) => column)!.seen;
    await decide({ territory_type: { Urbains: 'urban' }, objectives: { [heading]: 'access' } });
    const after = await prepared();
    expect(after.counts.blocking).toBeLessThan(before.counts.blocking);
    expect(optionRows(after, 'fr').filter(({ value }) => value === '')).toEqual([]);
    const known = knownAnswers(after, 'fr').find(({ question }) => question === 'territory_type')!;
    expect(known.answers.find(({ seen }) => seen === 'Urbains')).toEqual({ seen: 'Urbains', count: 2, option: 'Urbain' });
  });
});

it('counts every answer of a closed question once, recognised or to decide', async () => {
  const preparation = await prepared();
  const known = knownAnswers(preparation, 'fr').find(({ question }) => question === 'territory_type')!;
  const told = known.answers.reduce((sum, { count }) => sum + count, 0) + optionRows(preparation, 'fr').filter(({ question }) => question === 'territory_type').reduce((sum, { count }) => sum + count, 0);
  expect(told).toBe(preparation.reading!.questions.find(({ label }) => label.startsWith('Sur quel type de territoire'))!.answered);
});

it('names a question by its wording on screen, by its code on the command line', async () => {
  const { findings, codebook } = await prepared();
  const unknown = findings.find(({ code }) => code === 'unknown_option')!;
  expect(findingSentences(unknown, 'fr', codebook).rule.replace(/\s/g, ' ')).toContain('« Sur quel type de territoire la caisse agit-elle principalement ? »');
  expect(findingSentences(unknown, 'fr').rule).toContain('territory_type');
});
