import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withValues } from '#lib/server/census-editing/census-values.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { mergeInitiatives } from '#lib/server/census-editing/merge.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { findEntry } from '#lib/server/queries/initiative-history.ts';
import { ACTOR, loadShippedCensus } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

describe('the draft of an edition', () => {
  it('tells what changes of the census against the edition online', async () => {
    const note = { actor: ACTOR, reason: 'la même', source: 'lettre' };
    const version = async (slug: string): Promise<number> => (await findEntry(slug, databases.workshop))!.version;
    expect((await draftHere(undefined, databases)).census).toEqual([]);
    await publishHere({ note: { fr: 'Une.', en: 'One.' }, actor: ACTOR }, undefined, databases);
    expect((await draftHere(undefined, databases)).census).toEqual([]);

    await mergeInitiatives({ kept: 'lyon-calim8', absorbed: 'cadenet-clac', versions: { kept: await version('lyon-calim8'), absorbed: await version('cadenet-clac') }, choices: {} }, note, databases.workshop);
    await editInitiative({ slug: 'grenoble-dalle', version: await version('grenoble-dalle'), change: (opened) => withValues(opened, { ended_on: '2026-10', objectives: 'access' }, [{ code: 'access' }]) }, note, databases.workshop);
    const { census, same } = await draftHere(undefined, databases);
    expect(same).toBe(false);
    expect(census).toMatchObject([
      { kind: 'merged', slug: 'cadenet-clac', into: { slug: 'lyon-calim8' } },
      { kind: 'changed', slug: 'grenoble-dalle', opened: true, changes: [{ field: 'endedOn', before: null, after: '2026-10' }, { field: 'objectives', before: null, after: '["access"]' }] }
    ]);
  });
});
