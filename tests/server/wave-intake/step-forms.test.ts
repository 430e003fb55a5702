import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCensus } from '#lib/server/census-intake/load-census.ts';
import { closeDatabases, workshop } from '#lib/server/db/databases.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { createDeposit, createWave, getDeposit, prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../../../src/routes/(editor)/edition/vagues/[wave]/depots/[deposit]/decide.ts';
import { actions } from '../../../src/routes/(editor)/edition/vagues/[wave]/depots/[deposit]/rapprocher/+page.server.ts';
import { actions as checks } from '../../../src/routes/(editor)/edition/vagues/[wave]/depots/[deposit]/controler/+page.server.ts';
import { ACTOR, shipped, shippedCodebook } from '../shipped.ts';

const before = process.env.OBSERVATORY_DATA_DIR;
const folder = mkdtempSync(join(tmpdir(), 'observatory-'));
let deposit = '';
beforeAll(async () => {
  process.env.OBSERVATORY_DATA_DIR = folder;
  await migrate();
  await loadCensus({ filename: '2025.csv', bytes: shipped('census/2025.csv'), actor: ACTOR }, workshop());
  await createWave(shippedCodebook('2026-demo'), ACTOR);
  ({ deposit: { id: deposit } } = await createDeposit({ wave: '2026-demo', filename: 'vague-2026.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: ACTOR }));
});
afterAll(() => {
  closeDatabases();
  rmSync(folder, { recursive: true, force: true });
  if (before === undefined) delete process.env.OBSERVATORY_DATA_DIR;
  else process.env.OBSERVATORY_DATA_DIR = before;
});

/** A form as the browser sends it, by an editor, on the state of the deposit as it stands. */
async function sent<E>(fields: Record<string, string>): Promise<E> {
  const body = new URLSearchParams({ revision: String((await getDeposit(deposit)).revision), ...fields });
  const url = new URL('http://localhost/edition');
  const account = { id: 'a', name: 'A', email: ACTOR, role: 'editor', twoFactor: true, session: 's' };
  return { url, locals: { lang: 'fr', account }, params: { wave: '2026-demo', deposit }, request: new Request(url, { method: 'POST', body }) } as unknown as E;
}

type Event = RequestEvent<{ wave: string; deposit: string }>;
const ignore = async (fields: Record<string, string>, code: string): Promise<unknown> =>
  decide(await sent<Event>(fields), (decisions) => ({ ...decisions, questions: { ...decisions.questions, [code]: 'ignore' } }), 'reponses').catch((thrown: unknown) => thrown);

it('keeps what was chosen when the form is sent by the button of the next step, and goes there', async () => {
  const gone = await ignore({ next: '1' }, 'first');
  expect(isRedirect(gone) && gone.location).toBe(`/edition/vagues/2026-demo/depots/${deposit}/reponses`);
  expect((await getDeposit(deposit)).decisions.questions).toEqual({ first: 'ignore' });
  // Nothing new to keep: the next step all the same.
  expect(isRedirect(await ignore({ next: '1' }, 'first'))).toBe(true);
});

it('stays where it is when it is only saved, or when it cannot be', async () => {
  expect(await ignore({}, 'second')).toEqual({ saved: true });
  expect(await ignore({ next: '1', revision: '0' }, 'third')).toMatchObject({ status: 409 });
  expect((await getDeposit(deposit)).decisions.questions).not.toHaveProperty('third');
});

it('takes the name of an initiative for it, and says when there is none', async () => {
  const row = (await prepareDeposit(deposit)).matches.rows[0]!;
  const save = async (typed: string): Promise<unknown> => actions.save!(await sent({ [`s:${row}`]: typed }));
  expect(await save('dalle')).toEqual({ saved: true });
  expect((await getDeposit(deposit)).decisions.matches?.[row]).toBe('grenoble-dalle');
  expect(await save('Nulle part au monde')).toMatchObject({ status: 404, data: { sentence: expect.stringContaining('Nulle part au monde') as string } });
});

it('confirms all findings of a rule at once, and only what may be confirmed', async () => {
  const open = async (): Promise<string[]> => (await prepareDeposit(deposit)).findings.filter(({ level, acknowledged }) => level === 'acknowledge' && !acknowledged).map(({ code }) => code);
  const [code] = await open();
  expect(code).toBeDefined();
  const others = (await open()).filter((each) => each !== code);
  await checks.settle!(await sent({ all: `blocking ${code}` }));
  expect(await open()).toContain(code);
  expect(await checks.settle!(await sent({ all: `acknowledge ${code}` }))).toEqual({ saved: true });
  expect(await open()).toEqual(others);
});
