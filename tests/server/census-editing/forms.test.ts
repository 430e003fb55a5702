import { afterEach, beforeEach, expect, it } from 'vitest';
import { fieldText, HISTORY_FIELDS, withField } from '#lib/domain/census/history.ts';
import { applyBulk, previewBulk } from '#lib/server/census-editing/bulk.ts';
import { FORM_COLUMNS, toValues, withValues } from '#lib/server/census-editing/census-values.ts';
import { acceptLines, compareFile, proposeFile } from '#lib/server/census-editing/compare-file.ts';
import { LONGEST_TEXT, readText, readValues } from '#lib/server/census-editing/read-form.ts';
import { refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { readPlacesForm } from '#lib/server/census-editing/read-places.ts';
import { toSlug } from '#lib/server/census-editing/slug.ts';
import { censusTable } from '#lib/server/census-editing/table-rows.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { readInitiatives, writeInitiatives } from '#lib/server/queries/census.ts';
import { findEntry, readArchived } from '#lib/server/queries/initiative-history.ts';
import { ACTOR, loadShippedCensus, shipped } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const form = (fields: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return data;
};
const by = { actor: ACTOR, reason: 'essai' };

it('an untouched form changes nothing, for every initiative that is shipped', async () => {
  const initiatives = await readInitiatives(databases.workshop);
  expect(initiatives).toHaveLength(105);
  for (const item of initiatives) {
    const shown = toValues(item);
    const sent = form(Object.fromEntries(FORM_COLUMNS.map((column) => [column, column === 'sources' ? shown.sources.split(' | ').join('\r\n') : shown[column]])));
    expect(withValues(item, readValues(sent))).toEqual({ initiative: item, findings: [] });
  }
});

it('the history writes and reads back every field', async () => {
  for (const item of await readInitiatives(databases.workshop)) {
    const copied = HISTORY_FIELDS.reduce((state, field) => withField(state, field, fieldText(item, field)), item);
    expect(copied).toEqual(item);
  }
});

it('places: keeps, moves with precision, adds by name, refuses what is far or unknown, asks which', async () => {
  const { places } = (await findEntry('gironde-caisse-commune', databases.workshop))!.initiative;
  const kept = readPlacesForm(form({ garder: ['0', '1'], siege: '1', 'lat-0': '44,85', 'lon-0': '-0,58' }), places);
  expect(kept).toMatchObject({ places: [{ commune: '33039', role: 'seat' }, { commune: '33063', role: 'area', latitude: 44.85, longitude: -0.58, precision: 'exact' }] });
  expect(readPlacesForm(form({ garder: '0', 'lat-0': '48.85', 'lon-0': '2.35' }), places)).toMatchObject({ problem: 'too_far' });
  expect(readPlacesForm(form({ garder: '0', 'lat-0': 'nord', 'lon-0': '2.35' }), places)).toMatchObject({ problem: 'bad_coordinates' });
  expect(readPlacesForm(form({}), places)).toEqual({ problem: 'none_left' });
  expect(readPlacesForm(form({ commune: 'Flers (61)' }), [])).toMatchObject({ places: [{ communeName: 'Flers', departement: '61', role: 'seat' }] });
  expect(readPlacesForm(form({ commune: 'Flers' }), [])).toHaveProperty('candidates');
  expect(readPlacesForm(form({ commune: 'zzzzqx' }), [])).toMatchObject({ problem: 'unknown_commune' });
  expect(readPlacesForm(form({ 'lat-new': '45.7485', 'lon-new': '4.8467' }), [])).toMatchObject({ places: [{ departement: '69', precision: 'exact', latitude: 45.7485 }] });
});

it('a bulk change does what its preview says, and nothing when one line is in conflict', async () => {
  const { rows, initiatives } = await censusTable(databases.workshop);
  const targets = rows.slice(0, 30).map(({ slug, version }) => ({ slug, version }));
  const change = { column: 'status', value: 'inconnu' } as const;
  const lines = previewBulk(targets.map(({ slug }) => initiatives.get(slug)!), change);
  expect(lines.length).toBeGreaterThan(0);
  expect(await applyBulk(targets, change, by, databases.workshop)).toMatchObject({ changed: lines.length });
  const after = await censusTable(databases.workshop);
  expect(targets.every(({ slug }) => after.initiatives.get(slug)!.status === 'inconnu')).toBe(true);
  // The versions are those of before: this asks for another value of a field that changed since.
  await expect(applyBulk(targets, { column: 'status', value: 'terminee' }, by, databases.workshop)).rejects.toMatchObject({ code: 'initiative_changed' });
  expect((await censusTable(databases.workshop)).rows).toEqual(after.rows);
});

it('a file is accepted line by line: added, changed, gone', async () => {
  const text = new TextDecoder().decode(shipped('census/2025.csv'));
  const [header, first, second, ...rest] = text.trimEnd().split('\n');
  const slug = second!.split(',')[0]!;
  const edited = [header, first, ...rest, first!.replace(/^[^,]+/, 'toute-nouvelle')].join('\n').replace('Lyon 8e', 'Lyon, 8e arrondissement'.replace(',', ''));
  const proposed = await proposeFile({ filename: 'nouveau.csv', bytes: new TextEncoder().encode(edited), actor: ACTOR }, databases.workshop);
  if (!('id' in proposed)) throw new Error(JSON.stringify(proposed.findings));
  const { lines } = await compareFile(proposed.id, databases.workshop);
  expect(lines.map(({ kind, slug: of, field }) => [kind, of, field])).toEqual([['changed', 'lyon-calim8', 'territory'], ['added', 'toute-nouvelle', undefined], ['gone', slug, undefined]]);
  const accepted = lines.filter(({ kind }) => kind !== 'changed').map(({ key, before }) => ({ key, before: before ?? '' }));
  await acceptLines(proposed.id, accepted, by, databases.workshop);
  expect((await findEntry('toute-nouvelle', databases.workshop))!.initiative.name).toBeTruthy();
  expect((await readArchived(databases.workshop)).has(slug)).toBe(true);
  expect((await compareFile(proposed.id, databases.workshop)).lines.map(({ kind }) => kind)).toEqual(['changed']);
  await expect(acceptLines(proposed.id, accepted, by, databases.workshop)).rejects.toMatchObject({ code: 'initiative_changed' });
});

it('a file that cannot be read is told why and is not kept', async () => {
  const proposed = await proposeFile({ filename: 'x.csv', bytes: new TextEncoder().encode('a;b\n1;2\n'), actor: ACTOR }, databases.workshop);
  expect(proposed).toHaveProperty('findings');
});

it('identifiers are made of words', () => {
  expect([toSlug('Saint-Étienne, Caisse sociale de l’alimentation'), toSlug('!!!'), toSlug('x'.repeat(90))]).toEqual(['saint-etienne-caisse-sociale-de-l-alimentation', 'initiative', 'x'.repeat(60)]);
});

it('a text too long is refused with the name of its field, whole; a date of information is a date', () => {
  const long = `${'é'.repeat(LONGEST_TEXT)}!`;
  const sent = form({ contribution: long, name: 'x', note_as_of: '2026-02', garder: ['0', '1'] });
  expect(readText(sent, 'contribution')).toBe(long);
  expect(readValues(sent).contribution).toBe(long);
  expect(refusalOf(sent)).toEqual({ kept: { contribution: long, name: 'x', note_as_of: '2026-02', garder: '1' }, long: [{ name: 'contribution', length: LONGEST_TEXT + 1 }], longest: LONGEST_TEXT, badDate: false });
  expect(refusalOf(form({ contribution: long.slice(1), note_as_of: '' }))).toBeUndefined();
  for (const date of ['2026-02-30', 'hier', '26']) expect(refusalOf(form({ note_as_of: date }))).toMatchObject({ long: [], badDate: true, kept: { note_as_of: date } });
});

it('the preview of a bulk change says every reason why a line refuses it', async () => {
  const { initiatives } = await censusTable(databases.workshop);
  const some = [...initiatives.values()].slice(0, 40);
  const started = some.filter((item) => item.startedOn);
  expect(started.length).toBeGreaterThan(3);
  const lines = previewBulk(some, { column: 'ended_on', value: '1999' });
  expect(lines.filter((line) => line.findings.length > 0).map((line) => line.slug)).toEqual(started.map((item) => item.slug));
  expect(new Set(lines.flatMap((line) => line.findings.map((finding) => finding.code)))).toEqual(new Set(['census_dates_reversed']));
});

it('partners and pages: written in the form, kept by a census file that has no such column, erased by one that has', async () => {
  const item = (await findEntry('cadenet-clac', databases.workshop))!.initiative;
  const { initiative, findings } = withValues(item, readValues(form({ partners: 'Au Maquis', links: 'leclacdecadenet.ouvaton.org\r\nhttps://example.org/clac' })));
  expect(findings).toEqual([]);
  expect(initiative).toEqual({ ...item, partners: 'Au Maquis', links: ['leclacdecadenet.ouvaton.org', 'https://example.org/clac'] });
  expect(withValues(initiative, readValues(form({ links: '' }))).initiative).not.toHaveProperty('links');

  await databases.workshop.transaction((tx) => writeInitiatives(tx, [initiative]));
  expect((await findEntry('cadenet-clac', databases.workshop))!.initiative).toEqual(initiative);
  const file = Buffer.from(shipped('census/2025.csv')).toString('utf8');
  const compare = async (text: string) => {
    const kept = await proposeFile({ filename: 'recensement.csv', bytes: Buffer.from(text), actor: ACTOR }, databases.workshop);
    return (await compareFile('id' in kept ? kept.id : '', databases.workshop)).lines.map(({ key }) => key);
  };
  expect(await compare(file)).toEqual([]);
  expect((await loadShippedCensus(databases)).outcome).toBe('unchanged');
  const [header = '', ...rows] = file.trimEnd().split(/\r?\n/);
  expect(await compare([`${header},partners`, ...rows.map((row) => `${row},`)].join('\n'))).toEqual(['cadenet-clac partners']);
});
