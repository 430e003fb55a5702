import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { lastAuditId } from '#lib/server/queries/audit.ts';
import { listDecisionSteps } from '#lib/server/queries/intake.ts';
import { createDeposit, saveDecisions, undoDecisions } from '#lib/server/wave-intake/deposits.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { prepare, storedDeposit } from '#lib/server/wave-intake/prepare.ts';
import { ACTOR, loadShippedCensus, shipped, shippedCodebook } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

it('a correction that is taken back gives the findings of before, under another key of what is remembered', async () => {
  const db = databases.workshop;
  await createWave(shippedCodebook('2026-demo'), ACTOR, db);
  const { deposit } = await createDeposit({ wave: '2026-demo', filename: 'v.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: ACTOR }, db);
  const look = async () => (await prepare(db, await storedDeposit(db, deposit.id))).preparation;
  const before = await look();
  const number = before.mapping.find(({ question }) => before.codebook.questions.some(({ code, type }) => code === question && type === 'number'))!;
  const row = Math.min(...before.matches.rows);
  const stamps = [await lastAuditId(db)];

  await saveDecisions(deposit.id, { ...deposit.decisions, corrections: { [`${row}:${number.columns[0]}`]: 'beaucoup trop' } }, { actor: ACTOR, revision: deposit.revision }, db);
  stamps.push(await lastAuditId(db));
  expect((await look()).counts.blocking).toBe(before.counts.blocking + 1);

  const [step] = await listDecisionSteps(deposit.id, db);
  await undoDecisions(deposit.id, step!.id, ACTOR, db);
  stamps.push(await lastAuditId(db));
  const after = await look();
  expect(after.counts).toEqual(before.counts);
  expect(after.corrections).toEqual([]);
  expect(new Set(stamps).size).toBe(3);
});
