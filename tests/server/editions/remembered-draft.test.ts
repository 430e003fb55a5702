import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { recordAudit } from '#lib/server/queries/audit.ts';
import { draftWithin, rememberedDraft } from '#lib/server/editions/remembered-draft.ts';
import type { EditionDraft } from '#lib/server/editions/index.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
});
afterEach(() => databases.close());

it('computes a draft once for a state of the workshop, again after a change, and forgets a failure', async () => {
  let computed = 0;
  const compute = async () => ({ version: String(++computed) }) as unknown as EditionDraft;
  const change = () => recordAudit(databases.workshop, { actor: 'test', action: 'census.edit', subject: 'initiative:x', details: {} });
  await change();
  const both = await Promise.all([rememberedDraft(compute, databases.workshop), rememberedDraft(compute, databases.workshop)]);
  expect([...both, await rememberedDraft(compute, databases.workshop)].map(({ version }) => version)).toEqual(['1', '1', '1']);
  await change();
  await expect(rememberedDraft(() => Promise.reject(new Error('no')), databases.workshop)).rejects.toThrow('no');
  expect((await rememberedDraft(compute, databases.workshop)).version).toBe('2');
});

it('says how far a long draft is, then gives it; a failure that came late is told to whoever asks next, once', async () => {
  let resolve: (draft: EditionDraft) => void = () => undefined;
  const promise = new Promise<EditionDraft>((done) => (resolve = done));
  const change = () => recordAudit(databases.workshop, { actor: 'test', action: 'census.edit', subject: 'initiative:x', details: {} });
  await change();
  const long: Parameters<typeof draftWithin>[1] = (onProgress) => {
    onProgress({ step: 'compute', done: 0.5 });
    return promise;
  };
  const ask = (compute: Parameters<typeof draftWithin>[1], patience = 5) => draftWithin(patience, compute, databases.workshop);
  expect(await ask((onProgress) => new Promise((_, reject) => setTimeout(() => { onProgress({ step: 'compute', done: 0.2 }); reject(new Error('late')); }, 20)))).toEqual({ done: 0 });
  await new Promise((later) => setTimeout(later, 40));
  await expect(ask(long)).rejects.toThrow('late');
  await change();
  expect(await ask(long)).toEqual({ done: 0.5 });
  resolve({ version: '2030.1' } as EditionDraft);
  expect(await ask(long)).toEqual({ draft: { version: '2030.1' } });
});
