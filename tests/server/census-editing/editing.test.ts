import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveInitiative, createInitiative, restoreInitiative } from '#lib/server/census-editing/lifecycle.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { mergeInitiatives } from '#lib/server/census-editing/merge.ts';
import { splitInitiative } from '#lib/server/census-editing/split.ts';
import { undoChanges } from '#lib/server/census-editing/undo.ts';
import { withValues, type FormValues } from '#lib/server/census-editing/census-values.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { gather } from '#lib/server/editions/gather.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { readIdentifiers, readInitiatives } from '#lib/server/queries/census.ts';
import { findEntry, readHistory } from '#lib/server/queries/initiative-history.ts';
import { ACTOR, ingest2025, loadShippedCensus } from '../shipped.ts';

const SLUG = 'lyon-calim8';
let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const entry = async (slug = SLUG) => (await findEntry(slug, databases.workshop))!;
const save = (version: number, values: FormValues, actor = ACTOR, slug = SLUG) =>
  editInitiative({ slug, version, change: (opened) => withValues(opened, values) }, { actor, reason: 'vérifié', source: 'lettre du 3 mars', asOf: '2026-03', confidence: 'H' }, databases.workshop);

describe('editing', () => {
  it('writes the value, its history with source, date and confidence, and the audit', async () => {
    const { version, initiative } = await entry();
    expect(await save(version, { status: 'terminee', ended_on: '2026-06' })).toMatchObject({ outcome: 'saved', fields: ['status', 'endedOn'] });
    const after = await entry();
    expect(after.initiative).toEqual({ ...initiative, status: 'terminee', endedOn: '2026-06' });
    expect(after.version).toBeGreaterThan(version);
    const [ended, status] = await readHistory(SLUG, databases.workshop);
    expect(status).toMatchObject({ field: 'status', before: initiative.status, after: 'terminee', actor: ACTOR, reason: 'vérifié', source: 'lettre du 3 mars', asOf: '2026-03', confidence: 'H' });
    expect(ended).toMatchObject({ field: 'endedOn', before: null, after: '2026-06' });
    expect(await listAudit(databases.workshop, { subject: `initiative:${SLUG}` })).toMatchObject([{ action: 'census.edit', actor: ACTOR }]);
  });

  it('refuses what a census file would refuse, and writes nothing', async () => {
    const { version, initiative } = await entry();
    const outcome = await save(version, { started_on: '2024-13', participants: 'beaucoup' });
    expect(outcome).toMatchObject({ outcome: 'refused' });
    expect(outcome.outcome === 'refused' && outcome.findings.map(({ code }) => code).sort()).toEqual(['census_bad_date', 'census_bad_number']);
    expect(await entry()).toMatchObject({ version, initiative });
  });

  it('takes back values that were known and are not any more', async () => {
    const { version } = await entry();
    await save(version, { participants: '', participants_unit: '', participants_as_of: '', lead_name: '' });
    const { initiative } = await entry();
    expect('participants' in initiative || 'leadName' in initiative).toBe(false);
  });

  it('keeps both when two people change different fields from the same form', async () => {
    const { version } = await entry();
    await save(version, { territory: 'Lyon, 8e' }, 'ana@example.org');
    expect(await save(version, { status: 'terminee' }, 'bob@example.org')).toMatchObject({ outcome: 'saved', fields: ['status'] });
    expect((await entry()).initiative).toMatchObject({ territory: 'Lyon, 8e', status: 'terminee' });
  });

  it('shows a conflict with who, and writes nothing, not even the fields without one', async () => {
    const { version, initiative } = await entry();
    await save(version, { territory: 'Lyon, 8e' }, 'ana@example.org');
    const before = await entry();
    const outcome = await save(version, { territory: 'Lyon et Vénissieux', status: 'terminee' }, 'bob@example.org');
    expect(outcome).toMatchObject({ outcome: 'conflict', version: before.version, conflicts: [{ field: 'territory', opened: initiative.territory, theirs: 'Lyon, 8e', mine: 'Lyon et Vénissieux', by: { actor: 'ana@example.org' } }] });
    expect(await entry()).toEqual(before);
    expect(await save(before.version, { territory: 'Lyon et Vénissieux', status: 'terminee' }, 'bob@example.org')).toMatchObject({ outcome: 'saved' });
  });

  it('is no conflict to want what the other already wrote', async () => {
    const { version } = await entry();
    await save(version, { status: 'terminee' }, 'ana@example.org');
    expect(await save(version, { status: 'terminee' }, 'bob@example.org')).toMatchObject({ outcome: 'unchanged' });
  });

  it('lets one of two simultaneous writers through', async () => {
    const { version } = await entry();
    const outcomes = await Promise.all(['A', 'B', 'C'].map((letter) => save(version, { territory: letter }, `${letter}@example.org`)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved']);
  });
});

describe('undo', () => {
  it('takes a change back and can be taken back itself', async () => {
    const { version, initiative } = await entry();
    const saved = await save(version, { status: 'terminee', ended_on: '2026-06', sources: 'Une source' });
    const ids = saved.outcome === 'saved' ? saved.changes : [];
    const undone = await undoChanges(SLUG, ids, { actor: ACTOR, reason: 'annulation' }, databases.workshop);
    expect((await entry()).initiative).toEqual(initiative);
    expect((await readHistory(SLUG, databases.workshop))[0]).toMatchObject({ source: '2025.csv' });
    await undoChanges(SLUG, undone, { actor: ACTOR, reason: 'annulation' }, databases.workshop);
    expect((await entry()).initiative).toMatchObject({ status: 'terminee', endedOn: '2026-06', sources: ['Une source'] });
    const history = await readHistory(SLUG, databases.workshop);
    expect(history.filter(({ undoes }) => undoes !== null)).toHaveLength(6);
  });

  it('refuses when the field has changed again, and changes nothing', async () => {
    const first = await save((await entry()).version, { status: 'terminee', territory: 'Lyon, 8e' });
    const ids = first.outcome === 'saved' ? first.changes : [];
    await save((await entry()).version, { status: 'inconnu' });
    const before = await entry();
    await expect(undoChanges(SLUG, ids, { actor: ACTOR, reason: 'annulation' }, databases.workshop)).rejects.toMatchObject({ code: 'change_superseded' });
    expect(await entry()).toEqual(before);
  });
});

describe('create, archive, restore', () => {
  it('never reuses an address', async () => {
    const { initiative } = await entry();
    const note = { actor: ACTOR, reason: 'essai' };
    await createInitiative({ ...initiative, slug: 'nouvelle', name: 'Nouvelle' }, note, databases.workshop);
    await archiveInitiative('nouvelle', note, databases.workshop);
    await expect(createInitiative({ ...initiative, slug: 'nouvelle' }, note, databases.workshop)).rejects.toMatchObject({ code: 'initiative_exists' });
    await expect(save(1, { name: 'X' }, ACTOR, 'nouvelle')).rejects.toMatchObject({ code: 'initiative_archived' });
  });

  it('leaves the edition when archived and comes back when restored; the frame of a wave keeps it', async () => {
    await ingest2025(databases);
    const before = await gather(databases.workshop);
    expect(before.waves[0]!.frame.map(({ slug }) => slug)).toContain(SLUG);
    await archiveInitiative(SLUG, { actor: ACTOR, reason: 'hors périmètre' }, databases.workshop);
    const without = await gather(databases.workshop);
    expect(without.initiatives).toHaveLength(before.initiatives.length - 1);
    expect(without.waves[0]!.frame).toEqual(before.waves[0]!.frame);
    await restoreInitiative(SLUG, { actor: ACTOR, reason: 'retour' }, databases.workshop);
    expect(await gather(databases.workshop)).toEqual(before);
  });
});

describe('merge and split', () => {
  const note = { actor: ACTOR, reason: 'la même' };

  it('keeps both histories, hands the address over and joins the sources', async () => {
    const [kept, absorbed] = [await entry('lyon-calim8'), await entry('cadenet-clac')];
    await mergeInitiatives({ kept: 'lyon-calim8', absorbed: 'cadenet-clac', versions: { kept: kept.version, absorbed: absorbed.version }, choices: { sources: 'both', name: 'absorbed' } }, note, databases.workshop);
    expect(await entry('lyon-calim8')).toMatchObject({ initiative: { name: absorbed.initiative.name, sources: [...kept.initiative.sources, ...absorbed.initiative.sources], territory: kept.initiative.territory } });
    expect(await entry('cadenet-clac')).toMatchObject({ initiative: absorbed.initiative, archived: { mergedInto: 'lyon-calim8' } });
    expect((await readHistory('cadenet-clac', databases.workshop)).map(({ field }) => field)).toEqual(['merged', 'slug']);
    const { initiatives } = await gather(databases.workshop);
    expect(initiatives.find(({ slug }) => slug === 'cadenet-clac')).toBeUndefined();
    expect(initiatives.find(({ slug }) => slug === 'lyon-calim8')?.formerSlugs).toEqual(['cadenet-clac']);
  });

  it('sends the oldest address to the last of a chain', async () => {
    const versions = async (kept: string, absorbed: string) => ({ kept: (await entry(kept)).version, absorbed: (await entry(absorbed)).version });
    await mergeInitiatives({ kept: 'cadenet-clac', absorbed: 'grenoble-dalle', versions: await versions('cadenet-clac', 'grenoble-dalle'), choices: {} }, note, databases.workshop);
    await mergeInitiatives({ kept: 'lyon-calim8', absorbed: 'cadenet-clac', versions: await versions('lyon-calim8', 'cadenet-clac'), choices: {} }, note, databases.workshop);
    const { initiatives } = await gather(databases.workshop);
    expect(initiatives.find(({ slug }) => slug === 'lyon-calim8')?.formerSlugs).toEqual(['cadenet-clac', 'grenoble-dalle']);
  });

  it('refuses when one of them changed since it was shown', async () => {
    const versions = { kept: (await entry('lyon-calim8')).version, absorbed: (await entry('cadenet-clac')).version };
    await save(versions.absorbed, { territory: 'Ailleurs' }, ACTOR, 'cadenet-clac');
    await expect(mergeInitiatives({ kept: 'lyon-calim8', absorbed: 'cadenet-clac', versions, choices: {} }, note, databases.workshop)).rejects.toMatchObject({ code: 'initiative_changed' });
    expect((await entry('cadenet-clac')).archived).toBeUndefined();
  });

  it('keeps who was asked and what was answered in a wave', async () => {
    await ingest2025(databases);
    const before = await gather(databases.workshop);
    const { frame, responses } = before.waves[0]!;
    const answered = responses[0]!.initiative;
    const outside = (await readInitiatives(databases.workshop)).find(({ slug, kind }) => kind !== 'caisse' && !frame.some((item) => item.slug === slug))!.slug;
    const versions = { kept: (await entry(outside)).version, absorbed: (await entry(answered)).version };
    expect(await mergeInitiatives({ kept: outside, absorbed: answered, versions, choices: {} }, note, databases.workshop)).toEqual(['2025']);
    const after = (await gather(databases.workshop)).waves[0]!;
    expect(after.frame).toHaveLength(frame.length);
    expect(after.responses.map((response) => response.initiative)).toContain(outside);
    expect(after.responses.map((response) => response.initiative)).not.toContain(answered);
    const owners = async () => (await readIdentifiers(databases.workshop)).filter(({ wave }) => wave === '2025').map(({ initiative }) => initiative);
    expect(await owners()).toContain(outside);
    expect(await owners()).not.toContain(answered);

    // Restored, it takes back everything: the next edition is the one of before the merge.
    expect(await restoreInitiative(answered, note, databases.workshop)).toEqual(['2025']);
    expect(await gather(databases.workshop)).toEqual(before);
    expect(await owners()).toContain(answered);
    expect(await owners()).not.toContain(outside);
  });

  it('a restored link of a chain gets back its answer and the addresses that led to it', async () => {
    await ingest2025(databases);
    const before = await gather(databases.workshop);
    const [first, second] = before.waves[0]!.responses.map((response) => response.initiative);
    const outside = before.initiatives.filter(({ kind }) => kind !== 'caisse').slice(0, 2).map(({ slug }) => slug);
    const into = async (kept: string, absorbed: string) => mergeInitiatives({ kept, absorbed, versions: { kept: (await entry(kept)).version, absorbed: (await entry(absorbed)).version }, choices: {} }, note, databases.workshop);
    await into(outside[0]!, first!);
    await into(outside[1]!, outside[0]!);
    await into(outside[1]!, second!);
    expect((await entry(second!)).archived?.mergedInto).toBe(outside[1]);
    await restoreInitiative(outside[0]!, note, databases.workshop);
    expect((await entry(first!)).archived?.mergedInto).toBe(outside[0]);
    await restoreInitiative(first!, note, databases.workshop);
    await restoreInitiative(second!, note, databases.workshop);
    expect((await gather(databases.workshop)).waves).toEqual(before.waves);
  });

  it('splits one of several places off', async () => {
    const { version, initiative } = await entry('gironde-caisse-commune');
    await splitInitiative({ from: 'gironde-caisse-commune', version, slug: 'begles-caisse', name: 'Caisse de Bègles', places: [1] }, note, databases.workshop);
    expect((await entry('begles-caisse')).initiative).toMatchObject({ name: 'Caisse de Bègles', kind: initiative.kind, places: [{ commune: '33039', role: 'seat' }] });
    expect((await entry('gironde-caisse-commune')).initiative.places.map(({ commune }) => commune)).toEqual(['33063', '33402', '33095']);
  });
});
