import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { listChanges, listCensusImports, readInitiatives } from '#lib/server/queries/census.ts';
import { ACTOR, loadShippedCensus, shipped } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterEach(() => databases.close());

const change = (...replacements: [string, string][]): Uint8Array => {
  const text = new TextDecoder().decode(shipped('census/2025.csv'));
  return new TextEncoder().encode(replacements.reduce((from, [search, replacement]) => from.replace(search, replacement), text));
};
const find = async (slug: string) => (await readInitiatives(databases.workshop)).find((initiative) => initiative.slug === slug)!;

it('places communes, arrondissements, several communes and départements alone', async () => {
  expect((await find('lyon-calim8')).places).toMatchObject([{ commune: '69123', departement: '69', region: '84', role: 'seat' }]);
  expect((await find('gironde-caisse-commune')).places.map(({ commune, role }) => [commune, role])).toEqual([['33063', 'seat'], ['33039', 'area'], ['33402', 'area'], ['33095', 'area']]);
  const yonne = (await find('yonne-solicagnole')).places;
  expect(yonne).toMatchObject([{ departement: '89', region: '27', precision: 'departement' }]);
  expect(yonne[0]?.commune).toBeUndefined();
  expect(Math.abs(yonne[0]!.latitude - 47.85)).toBeLessThan(0.3);
  const overseas = (await readInitiatives(databases.workshop)).filter(({ places }) => places.some(({ region }) => Number(region) <= 6));
  expect(overseas.length).toBeGreaterThan(0);
});

it('maps a former INSEE code to the commune of today and says so', async () => {
  // Annecy-le-Vieux (74011) became part of Annecy (74010) in 2017.
  const report = await loadShippedCensus(databases, change([',38185,38,', ',74011,74,']));
  expect(report.findings.find(({ code }) => code === 'census_old_commune')).toMatchObject({ value: '74011', level: 'information' });
  expect((await find('grenoble-dalle')).places).toMatchObject([{ commune: '74010', communeName: 'Annecy' }]);
});

it('keeps who changed what, when, why and from which file', async () => {
  const report = await loadShippedCensus(databases, change([',138,foyers,2025-12,', ',151,foyers,2026-01,'], [',Lyon 8e,', ',Lyon 8e arrondissement,']));
  expect(report).toMatchObject({ outcome: 'loaded', added: 0, changed: 1, absent: 0 });
  const [participants] = await listChanges('lyon-calim8', databases.workshop);
  expect(participants).toMatchObject({ field: 'participants', before: '{"asOf":"2025-12","count":138,"unit":"foyers"}', after: '{"asOf":"2026-01","count":151,"unit":"foyers"}', actor: ACTOR, reason: '2025.csv' });
  expect(participants?.source).toMatch(/^[0-9a-f]{64}$/);
  expect(await listChanges('cadenet-clac', databases.workshop)).toHaveLength(1);
  expect(await listCensusImports(databases.workshop)).toHaveLength(2);
});

it('comes back to an earlier file as a new change', async () => {
  await loadShippedCensus(databases, change([',Lyon 8e,', ',Lyon 8e arrondissement,']));
  expect((await loadShippedCensus(databases)).outcome).toBe('loaded');
  expect((await find('lyon-calim8')).territory).toBe('Lyon 8e');
  expect((await listChanges('lyon-calim8', databases.workshop)).map(({ field }) => field)).toEqual(['territory', 'territory', 'slug']);
});

it('leaves alone the initiatives that a file does not name', async () => {
  const lines = new TextDecoder().decode(shipped('census/2025.csv')).split('\n').slice(0, 3);
  const report = await loadShippedCensus(databases, new TextEncoder().encode(lines.join('\n')));
  expect(report).toMatchObject({ outcome: 'unchanged', rows: 2, absent: 103 });
  expect(await readInitiatives(databases.workshop)).toHaveLength(105);
});

it('reads the same census from a French spreadsheet: semicolons, Windows-1252', async () => {
  const { default: Papa } = await import('papaparse');
  const rows = Papa.parse<string[]>(new TextDecoder().decode(shipped('census/2025.csv')), { skipEmptyLines: true }).data;
  const bytes = Buffer.from(Papa.unparse(rows, { delimiter: ';' }).replace(/[^\u0000-\u00ff]/g, (letter) => ({ '’': '\u0092', 'œ': '\u009c', '€': '\u0080' })[letter] ?? '?'), 'latin1');
  const report = await loadShippedCensus(databases, bytes);
  expect(report.findings.filter(({ level }) => level === 'blocking')).toEqual([]);
  expect(report.rows).toBe(105);
  expect((await find('saint-etienne-caisse-sociale')).territory).toBe('Saint-Étienne');
});
