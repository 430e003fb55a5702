import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { objectivesOf } from '#lib/domain/census/objectives.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { applyBulk, previewBulk } from '#lib/server/census-editing/bulk.ts';
import { toValues, withValues, type FormValues } from '#lib/server/census-editing/census-values.ts';
import { acceptLines, compareFile, proposeFile } from '#lib/server/census-editing/compare-file.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { createInitiative } from '#lib/server/census-editing/lifecycle.ts';
import { mergeInitiatives } from '#lib/server/census-editing/merge.ts';
import { columnProblems, readValues } from '#lib/server/census-editing/read-form.ts';
import { splitInitiative } from '#lib/server/census-editing/split.ts';
import { undoChanges } from '#lib/server/census-editing/undo.ts';
import { readCensus } from '#lib/server/census-intake/read-census.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { INITIATIVE_COLUMNS } from '#lib/server/exports/initiative-columns.ts';
import { readInitiatives } from '#lib/server/queries/census.ts';
import { findEntry, readHistory } from '#lib/server/queries/initiative-history.ts';
import { ACTOR, ingest2025, loadShippedCensus, shipped } from '../shipped.ts';

const SLUG = 'lyon-calim8';
const AGREEMENT = 'courriel du 3 mars 2026';
const LETTER = { actor: ACTOR, reason: 'accord reçu', source: AGREEMENT, asOf: '2026-03', confidence: 'H' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const known = () => readObjectives(databases.workshop);
const entry = async (slug = SLUG) => (await findEntry(slug, databases.workshop))!;
const save = async (values: FormValues, note: Partial<typeof LETTER> = LETTER, slug = SLUG, version?: number) => {
  const objectives = await known();
  return editInitiative({ slug, version: version ?? (await entry(slug)).version, change: (opened) => withValues(opened, values, objectives) }, { actor: ACTOR, reason: 'essai', ...note }, databases.workshop);
};
/** The shipped census with the column of objectives, filled for some. */
function fileWith(objectives: Record<string, string>): Uint8Array {
  const lines = new TextDecoder().decode(shipped('census/2025.csv')).trimEnd().split(/\r?\n/);
  return new TextEncoder().encode(lines.map((line, at) => `${line},${at === 0 ? 'objectives' : (objectives[line.split(',')[0] ?? ''] ?? '')}`).join('\n') + '\n');
}

describe('names of the objectives', () => {
  it('come from the questionnaires: shipped ones first, those of the workshop once there are some', async () => {
    const codes = (await known()).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['access', 'capacity', 'governance', 'producers', 'outlets', 'precarity', 'advocacy']));
    await ingest2025(databases);
    expect((await known()).map(({ code }) => code)).toEqual(['access', 'capacity', 'governance', 'producers', 'outlets', 'precarity', 'advocacy']);
    expect((await known())[0]?.label.en).toBe('Access to sustainable food for all');
  });

  it('the newest wave words them, an older one adds what it alone has, "don’t know" is none', () => {
    const wave = (options: { code: string; fr: string; dontKnow?: boolean }[]) => ({ questions: [{ code: 'objectives', options: options.map(({ code, fr, ...rest }) => ({ code, label: { fr, en: fr }, ...rest })) }] });
    const found = objectivesOf([wave([{ code: 'b', fr: 'B neuf' }, { code: 'dk', fr: '?', dontKnow: true }]), { questions: [] }, wave([{ code: 'a', fr: 'A' }, { code: 'b', fr: 'B' }])]);
    expect(found.map(({ code, label }) => [code, label.fr])).toEqual([['b', 'B neuf'], ['a', 'A']]);
  });
});

describe('the field', () => {
  it('is written with its source, date and confidence, in the order of the questionnaire, and undone', async () => {
    const before = (await entry()).initiative;
    const saved = await save({ objectives: 'governance | access | access' });
    expect(saved).toMatchObject({ outcome: 'saved', fields: ['objectives'] });
    expect((await entry()).initiative).toEqual({ ...before, objectives: ['access', 'governance'] });
    const [change] = await readHistory(SLUG, databases.workshop);
    expect(change).toMatchObject({ field: 'objectives', before: null, after: '["access","governance"]', source: AGREEMENT, asOf: '2026-03', confidence: 'H' });
    const undone = await undoChanges(SLUG, saved.outcome === 'saved' ? saved.changes : [], { actor: ACTOR, reason: 'annulé' }, databases.workshop);
    expect((await entry()).initiative).toEqual(before);
    await undoChanges(SLUG, undone, { actor: ACTOR, reason: 'refait' }, databases.workshop);
    expect((await entry()).initiative.objectives).toEqual(['access', 'governance']);
  });

  it('is refused without the source of the agreement, and given up without one', async () => {
    const refused = await save({ objectives: 'access' }, { source: '' });
    expect(refused).toMatchObject({ outcome: 'refused' });
    expect(columnProblems(refused.outcome === 'refused' ? refused.findings : [], 'fr').objectives).toContain('accord');
    expect((await entry()).initiative.objectives).toBeUndefined();
    await save({ objectives: 'access | outlets' });
    expect(await save({ objectives: '' }, { source: '' })).toMatchObject({ outcome: 'saved' });
    expect('objectives' in (await entry()).initiative).toBe(false);
    const { initiative } = await entry('cadenet-clac');
    await expect(createInitiative({ ...initiative, slug: 'autre', objectives: ['access'] }, { actor: ACTOR, reason: 'essai' }, databases.workshop)).rejects.toMatchObject({ code: 'agreement_missing' });
  });

  it('refuses a code that no questionnaire has, and says which there are', async () => {
    const refused = await save({ objectives: 'access | bonheur' });
    expect(refused).toMatchObject({ outcome: 'refused', findings: [{ code: 'census_unknown_value', value: 'bonheur' }] });
    expect(columnProblems(refused.outcome === 'refused' ? refused.findings : [], 'en').objectives).toMatch(/access.*advocacy/);
  });

  it('shows a conflict and keeps what somebody else wrote', async () => {
    const { version } = await entry();
    await save({ objectives: 'access' });
    expect(await save({ objectives: 'outlets' }, LETTER, SLUG, version)).toMatchObject({ outcome: 'conflict', conflicts: [{ field: 'objectives', theirs: '["access"]', mine: '["outlets"]' }] });
    expect((await entry()).initiative.objectives).toEqual(['access']);
  });

  it('stays when another field changes, even if no questionnaire offers it any more', async () => {
    const { initiative } = await entry();
    const old: Initiative = { ...initiative, objectives: ['disparu'] };
    expect(withValues(old, { territory: 'Lyon' })).toEqual({ initiative: { ...old, territory: 'Lyon' }, findings: [] });
    expect(withValues(old, { objectives: 'disparu | access' }, await known())).toMatchObject({ initiative: { objectives: ['access', 'disparu'] }, findings: [] });
  });

  it('a form of boxes: several, none, and absent', () => {
    const form = (...codes: string[]): FormData => {
      const data = new FormData();
      for (const code of codes) data.append('objectives', code);
      return data;
    };
    expect(readValues(form('', 'access', 'outlets'))).toEqual({ objectives: 'access | outlets' });
    expect(readValues(form(''))).toEqual({ objectives: '' });
    expect(readValues(new FormData())).toEqual({});
  });

  it('in bulk: the preview says what it does, and the agreement is asked', async () => {
    const items = (await readInitiatives(databases.workshop)).slice(0, 3);
    const change = { column: 'objectives' as const, value: 'access' };
    expect(previewBulk(items, change, await known()).map(({ field, after }) => [field, after])).toEqual(items.map(() => ['objectives', '["access"]']));
    const targets = await Promise.all(items.map(async ({ slug }) => ({ slug, version: (await entry(slug)).version })));
    await expect(applyBulk(targets, change, { actor: ACTOR, reason: 'essai' }, databases.workshop)).rejects.toMatchObject({ code: 'agreement_missing' });
    expect(await applyBulk(targets, change, LETTER, databases.workshop)).toMatchObject({ changed: 3 });
    expect((await entry(items[1]!.slug)).initiative.objectives).toEqual(['access']);
  });

  it('goes with a merge, and not with a split: another initiative agreed to nothing', async () => {
    await save({ objectives: 'access' });
    const [kept, absorbed] = [await entry('cadenet-clac'), await entry()];
    await mergeInitiatives({ kept: 'cadenet-clac', absorbed: SLUG, versions: { kept: kept.version, absorbed: absorbed.version }, choices: { objectives: 'absorbed' } }, { actor: ACTOR, reason: 'doublon' }, databases.workshop);
    expect((await entry('cadenet-clac')).initiative.objectives).toEqual(['access']);
    await splitInitiative({ from: 'cadenet-clac', version: (await entry('cadenet-clac')).version, slug: 'cadenet-deux', name: 'Deux', places: [] }, { actor: ACTOR, reason: 'scission' }, databases.workshop);
    expect((await entry('cadenet-deux')).initiative.objectives).toBeUndefined();
  });
});

describe('census files', () => {
  it('say it line by line, and a file without the column erases nothing', async () => {
    await save({ objectives: 'access' });
    const silent = await proposeFile({ filename: 'sans.csv', bytes: shipped('census/2025.csv'), actor: ACTOR }, databases.workshop);
    expect((await compareFile('id' in silent ? silent.id : '', databases.workshop)).lines).toEqual([]);
    const proposed = await proposeFile({ filename: 'avec.csv', bytes: fileWith({ [SLUG]: 'advocacy | access', 'cadenet-clac': 'outlets' }), actor: ACTOR }, databases.workshop);
    const id = 'id' in proposed ? proposed.id : '';
    const { lines } = await compareFile(id, databases.workshop);
    expect(lines.map(({ key, before, after }) => [key, before, after])).toEqual(expect.arrayContaining([[`${SLUG} objectives`, '["access"]', '["access","advocacy"]'], ['cadenet-clac objectives', null, '["outlets"]']]));
    await acceptLines(id, [{ key: 'cadenet-clac objectives', before: '' }], { actor: ACTOR, reason: 'accord' }, databases.workshop);
    expect((await entry('cadenet-clac')).initiative.objectives).toEqual(['outlets']);
    expect((await entry()).initiative.objectives).toEqual(['access']);
    expect((await readHistory('cadenet-clac', databases.workshop))[0]).toMatchObject({ source: 'avec.csv', reason: 'accord' });
  });

  it('name the line, the column and the codes when one is unknown, and ask an invented initiative for a source', async () => {
    const { findings } = readCensus('faux.csv', fileWith({ [SLUG]: 'acces' }), await known());
    const [found] = findings.filter(({ level }) => level === 'blocking');
    const line = new TextDecoder().decode(shipped('census/2025.csv')).split('\n').findIndex((text) => text.startsWith(`${SLUG},`)) + 1;
    expect(found).toMatchObject({ code: 'census_unknown_value', value: 'acces', where: { row: line, header: 'objectives' } });
    expect(found?.details?.allowed).toContain('access');
    const invented = (await readInitiatives(databases.workshop)).find(({ sources, provenance }) => provenance === 'synthetic' && sources.length === 0)!;
    expect(readCensus('faux.csv', fileWith({ [invented.slug]: 'access' }), await known()).findings.filter(({ level }) => level === 'blocking')).toMatchObject([{ code: 'census_no_agreement' }]);
  });

  it('is written back in downloads, x where nothing is known', async () => {
    await save({ objectives: 'access | advocacy' });
    const { initiative } = await entry();
    const column = INITIATIVE_COLUMNS.find(({ name }) => name === 'objectives')!;
    expect(column.value(initiative)).toBe('access|advocacy');
    expect(column.value((await entry('cadenet-clac')).initiative)).toBe('x');
    expect(toValues(initiative).objectives).toBe('access | advocacy');
  });
});
