import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { mergeDoubts } from '#lib/server/census-editing/merge-doubts.ts';
import { mergeInitiatives } from '#lib/server/census-editing/merge.ts';
import { recordView } from '#lib/server/census-editing/record-view.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { findEntry, readHistory } from '#lib/server/queries/initiative-history.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { ACTOR, ingest2025, loadShippedCensus } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const entry = async (slug: string) => (await findEntry(slug, databases.workshop))!;

it('two initiatives that both answered a wave, or are far apart, are said to', async () => {
  await ingest2025(databases);
  const [first, second] = (await readResponses('2025', databases.workshop)).map(({ initiative }) => initiative);
  const at = (item: Initiative, longitude: number, latitude: number): Initiative => ({ ...item, places: [{ departement: '69', region: '84', longitude, latitude, precision: 'exact', role: 'seat' }] });
  const [a, b] = [(await entry(first!)).initiative, (await entry(second!)).initiative];
  // Lyon and Grenoble, 94 km apart as the crow flies; then two points of Lyon.
  const far = await mergeDoubts(at(a, 4.8357, 45.764), at(b, 5.7245, 45.1885), databases.workshop);
  expect(far.waves).toEqual(['2025']);
  expect(far.km).toBeGreaterThan(92);
  expect(far.km).toBeLessThan(96);
  expect(await mergeDoubts(at(a, 4.8357, 45.764), at({ ...b, slug: 'nobody' }, 4.85, 45.75), databases.workshop)).toEqual({ waves: [] });
});

it('a merge stands in the history of the one that stays with the way to undo it, until it is undone', async () => {
  const [kept, absorbed] = [await entry('lyon-calim8'), await entry('cadenet-clac')];
  await mergeInitiatives({ kept: 'lyon-calim8', absorbed: 'cadenet-clac', versions: { kept: kept.version, absorbed: absorbed.version }, choices: {} }, { actor: ACTOR, reason: 'la même' }, databases.workshop);
  const view = recordView(await entry('lyon-calim8'), await readHistory('lyon-calim8', databases.workshop), new Set(['cadenet-clac']));
  expect(view.history.filter(({ restorable }) => restorable)).toMatchObject([{ field: 'merged', after: 'cadenet-clac' }]);
  const restored = recordView(await entry('lyon-calim8'), await readHistory('lyon-calim8', databases.workshop), new Set());
  expect(restored.history.some(({ restorable }) => restorable)).toBe(false);
});
