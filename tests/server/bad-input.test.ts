import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { findingSentences } from '#lib/server/wave-intake/finding-sentences.ts';
import { ingest2025, ingest2026, loadShippedCensus, shipped } from './shipped.ts';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
});
afterAll(() => databases.close());

/** Digest of both databases, journal included: not one byte may move. */
function digest(): string {
  const hash = createHash('sha256');
  for (const name of ['workshop.db', 'workshop.db-wal', 'publication.db', 'publication.db-wal']) hash.update(readFileSync(join(databases.folder, name)));
  return hash.digest('hex');
}

const text = (path: string): string => new TextDecoder().decode(shipped(path));
const bytes = (changed: string): Uint8Array => new TextEncoder().encode(changed);
const CENSUS = text('census/2025.csv');
const WAVE = text('waves/2025/results-survey814275.csv');

/** Drops column `at` of every record; only for columns without line breaks or separators inside. */
function withoutWaveColumn(header: string): string {
  const records = WAVE.split('\r\n');
  const at = records[0]!.split('";"').findIndex((name) => name.replace(/^[^"\w]*"?/, '').startsWith(header));
  expect(at).toBeGreaterThan(0);
  return records.map((record) => (record === '' ? record : record.split('";"').filter((_, column) => column !== at).join('";"'))).join('\r\n');
}

function replaceOnce(from: string, search: string | RegExp, replacement: string): string {
  const changed = from.replace(search, replacement);
  expect(changed).not.toBe(from);
  return changed;
}

/** Every blocking finding says which file, which rule, which way out. */
function expectExplained(findings: Finding[], file: string): void {
  for (const finding of findings.filter(({ level }) => level === 'blocking')) {
    expect(finding.where.file).toBe(file);
    for (const lang of ['fr', 'en'] as const) {
      const { rule, wayOut } = findingSentences(finding, lang);
      expect(rule, finding.code).not.toBe(finding.code);
      expect(rule).not.toMatch(/\{\w+\}/);
      expect(wayOut, finding.code).not.toBe('');
      expect(wayOut).not.toMatch(/\{\w+\}/);
    }
  }
}

describe('a census with a mistake is refused whole', () => {
  it.each<[string, () => Uint8Array, Partial<Finding> & { where?: object }]>([
    ['a missing column', () => bytes(CENSUS.split('\n').map((line) => line.replace(/,[^,]*(\r?)$/, '$1')).join('\n').replace(/,provenance/, ',origine')), { code: 'census_missing_column', where: { row: 1, header: 'provenance' } }],
    ['an extra column', () => bytes(CENSUS.replace(/verified_on/, 'verified_on,remarques').replace(/(\r?\n)(?=.)/g, (end, _, at: number) => (at < CENSUS.indexOf('\n') + 5 ? end : `,${end}`))), { code: 'census_extra_column' }],
    ['an unknown commune', () => bytes(replaceOnce(CENSUS, ',34172,', ',34999,')), { code: 'census_unknown_commune', value: '34999', where: { row: 2, column: 5 } }],
    ['a commune of another département', () => bytes(replaceOnce(CENSUS, ',34172,34,', ',34172,33,')), { code: 'census_commune_elsewhere', where: { row: 2 } }],
    ['a code that lost its zero', () => bytes(replaceOnce(CENSUS, ',09282,09,', ',9282,09,')), { code: 'census_unknown_commune', value: '9282' }],
    ['an unknown kind', () => bytes(replaceOnce(CENSUS, ',caisse,active,', ',coopérative,active,')), { code: 'census_unknown_value', value: 'coopérative' }],
    ['a date as people write it', () => bytes(replaceOnce(CENSUS, '2023-01-28', '28/01/2023')), { code: 'census_bad_date', value: '28/01/2023', where: { row: 2, column: 8 } }],
    ['an identifier used twice', () => bytes(replaceOnce(CENSUS, 'cadenet-clac,', 'montpellier-caisse-alimentaire-commune,')), { code: 'census_repeated_slug', where: { row: 3 } }],
    ['an unreadable encoding', () => new Uint8Array([...bytes(CENSUS.slice(0, 300)), 0x81, 0x8d, 0x00, 0xff]), { code: 'census_encoding' }],
    ['an empty file', () => new Uint8Array(0), { code: 'census_empty' }],
    ['a file with only its header', () => bytes(CENSUS.split('\n')[0]!), { code: 'census_empty' }]
  ])('%s', async (_, make, expected) => {
    const before = digest();
    const report = await loadShippedCensus(databases, make());
    expect(report.outcome).toBe('refused');
    const found = report.findings.find(({ code }) => code === expected.code);
    expect(found, JSON.stringify(report.findings.slice(0, 3))).toMatchObject(expected);
    expectExplained(report.findings, '2025.csv');
    expect(digest()).toBe(before);
  });

  it('all problems at once', async () => {
    const wrong = [[',34172,', ',34999,'], ['2023-01-28', '28/01/2023'], [',caisse,active,', ',coopérative,active,']] as const;
    const changed = wrong.reduce((from, [search, replacement]) => replaceOnce(from, search, replacement), CENSUS);
    const report = await loadShippedCensus(databases, bytes(changed));
    const codes = new Set(report.findings.map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(['census_unknown_commune', 'census_bad_date', 'census_unknown_value']));
  });
});

describe('a wave with a mistake is refused whole', () => {
  it.each<[string, () => Uint8Array, (finding: Finding) => boolean]>([
    ['a missing column', () => bytes(withoutWaveColumn('BUDGET')), ({ code, details }) => code.startsWith('missing') && JSON.stringify(details).includes('budget')],
    ['an extra column', () => bytes(WAVE.replaceAll(/\r\n(?=")/g, ';"surprise"\r\n').replace(/;"surprise"(\r\n)/, ';"Une question de plus ?"$1')), ({ where }) => Boolean(where.header?.includes('Une question de plus'))],
    ['an unknown option', () => bytes(replaceOnce(WAVE, '"Association";"Urbain"', '"Association";"Montagnard"')), ({ value, where }) => value === 'Montagnard' && where.row !== undefined && where.column !== undefined],
    ['a file of the 2026 wave', () => shipped('waves/2026-demo/vague-2026.xlsx'), ({ code }) => /wave|title|dates/.test(code)],
    ['an unreadable encoding', () => new Uint8Array([0x41, 0x3b, 0x42, 0x0a, 0x81, 0x8d, 0x3b, 0xff, 0xfe, 0x00, 0x9d]), ({ code }) => code === 'file_refused'],
    ['an empty file', () => new Uint8Array(0), ({ code }) => code === 'file_refused'],
    ['a respondent that nobody knows', () => bytes(replaceOnce(replaceOnce(WAVE, '"Initiative synthétique 047"', '"Caisse des inconnus"'), 'contact@caisse047.example', 'nous@nullepart.example')), ({ code, value }) => code === 'match_unknown' && value === 'Caisse des inconnus']
  ])('%s', async (_, make, expected) => {
    const before = digest();
    const report = await ingest2025(databases, { bytes: make(), ...(_.includes('2026') ? { filename: 'vague-2026.xlsx' } : {}) });
    const { findings, accounting } = report.preparation;
    expect(report.outcome).toBe('refused');
    const blocking = findings.filter(({ level }) => level === 'blocking');
    expect(blocking.some(expected), JSON.stringify(blocking.slice(0, 4))).toBe(true);
    expectExplained(findings, report.preparation.deposit.filename);
    expect(accounting.rowsRead).toBe(accounting.responses + accounting.ignoredRows.length);
    expect(digest()).toBe(before);
  });

  it('a share over 100', async () => {
    const mix = /("\d+(?:,\d+)?");("\d+(?:,\d+)?");("\d+(?:,\d+)?");"Oui"/;
    const before = digest();
    const report = await ingest2025(databases, { bytes: bytes(replaceOnce(WAVE, mix, '"137";$2;$3;"Oui"')) });
    const found = report.preparation.findings.find(({ value }) => value?.includes('137'));
    expect(found, JSON.stringify(report.preparation.findings.slice(0, 4))).toMatchObject({ level: 'blocking', where: { row: expect.any(Number), column: expect.any(Number) } });
    expect(report.outcome).toBe('refused');
    expect(digest()).toBe(before);
  });

  it('the 2025 file under the 2026 wave', async () => {
    await ingest2025(databases);
    const before = digest();
    const report = await ingest2026(databases, { bytes: shipped('waves/2025/results-survey814275.csv'), filename: 'results-survey814275.csv' });
    expect(report.outcome).toBe('refused');
    expect(report.preparation.findings.map(({ code }) => code)).toContain('same_file_other_wave');
    expectExplained(report.preparation.findings, 'results-survey814275.csv');
    expect(digest()).toBe(before);
  });
});
