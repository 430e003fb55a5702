import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { listEditions } from '#lib/server/queries/publication.ts';
import { ACTOR, shippedDatabases } from '../shipped.ts';

const NOTE = { fr: 'Première.', en: 'First.' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
});
afterEach(() => databases.close());

it('searches everything of the shipped wave', async () => {
  expect((await draftHere(undefined, databases)).searches).toEqual([]);
});

it('says which tables were not searched to the end, and publishes them only once that is acknowledged and written in the log', async () => {
  const hurried = { ...databases, searchLimits: { programs: 10_000, unions: 200 } };
  const publish = (acknowledged: string[]) => publishHere({ note: NOTE, actor: ACTOR, acknowledged }, undefined, hurried);
  const { searches, contentHash } = await draftHere(undefined, hurried);
  expect(new Set(searches.map(({ method }) => method))).toEqual(new Set(['programs', 'unions']));
  expect(searches.flatMap(({ tables }) => tables).every(({ wave, title }) => wave === '2025' && title.fr.length > 5)).toBe(true);
  // The same steps end at the same place.
  expect(await draftHere(undefined, hurried)).toMatchObject({ searches, contentHash });

  await expect(publish([])).rejects.toMatchObject({ code: 'searches_unacknowledged' });
  await expect(publish(searches.slice(1).map(({ key }) => key))).rejects.toMatchObject({ code: 'searches_unacknowledged', details: { tables: searches[0]!.tables.map(({ table }) => table).join(', ') } });
  expect(await listEditions(databases.publication)).toEqual([]);

  const edition = await publish(searches.map(({ key }) => key));
  const events = (await listAudit(databases.workshop)).filter(({ action }) => action === 'edition.acknowledge');
  expect(events).toMatchObject([{ actor: ACTOR, subject: `edition:${edition.version}`, details: { searches: searches.map(({ method, tables }) => ({ method, tables: tables.map(({ table }) => table) })) } }]);
});
