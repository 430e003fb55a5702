import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyBulk } from '#lib/server/census-editing/bulk.ts';
import { withValues } from '#lib/server/census-editing/census-values.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { censusTable } from '#lib/server/census-editing/table-rows.ts';
import { findBatch, undoBulk } from '#lib/server/census-editing/undo-bulk.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { readInitiatives } from '#lib/server/queries/census.ts';
import { ACTOR, loadShippedCensus } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const by = { actor: ACTOR, reason: 'essai' };
async function bulk(): Promise<{ changed: number; batch: number; targets: { slug: string; version: number }[] }> {
  const { rows } = await censusTable(databases.workshop);
  const targets = rows.slice(0, 30).map(({ slug, version }) => ({ slug, version }));
  return { ...(await applyBulk(targets, { column: 'status', value: 'inconnu' }, by, databases.workshop)), targets };
}

it('a bulk change is taken back as a whole, once, and the audit says so', async () => {
  const before = await readInitiatives(databases.workshop);
  const { batch, changed } = await bulk();
  expect(changed).toBeGreaterThan(1);
  expect(await findBatch(batch, databases.workshop)).toEqual({ id: batch, changed, undone: false });
  expect(await undoBulk(batch, by, databases.workshop)).toBe(changed);
  expect(await readInitiatives(databases.workshop)).toEqual(before);
  expect(await findBatch(batch, databases.workshop)).toMatchObject({ undone: true });
  expect((await listAudit(databases.workshop))[0]).toMatchObject({ action: 'census.bulk_undo', actor: ACTOR, details: { batch, changed } });
  await expect(undoBulk(batch, by, databases.workshop)).rejects.toMatchObject({ code: 'change_superseded' });
});

it('is taken back not at all when one of its lines has changed since', async () => {
  const { batch, targets } = await bulk();
  const { rows } = await censusTable(databases.workshop);
  const { slug, version } = rows.find((row) => row.slug === targets[0]!.slug)!;
  await editInitiative({ slug, version, change: (opened) => withValues(opened, { status: 'terminee' }) }, by, databases.workshop);
  const before = await readInitiatives(databases.workshop);
  await expect(undoBulk(batch, by, databases.workshop)).rejects.toMatchObject({ code: 'change_superseded' });
  expect(await readInitiatives(databases.workshop)).toEqual(before);
});

it('knows no other number', async () => {
  expect(await findBatch(1, databases.workshop)).toBeUndefined();
  expect(await findBatch(Number.NaN, databases.workshop)).toBeUndefined();
  await expect(undoBulk(999, by, databases.workshop)).rejects.toMatchObject({ code: 'not_found' });
});
