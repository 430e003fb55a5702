import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { recordAudit } from '#lib/server/queries/audit.ts';
import { rememberedDraft } from '#lib/server/editions/remembered-draft.ts';
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
