import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...args: string[]): { status: number | null; text: string } {
  const child = spawnSync(process.execPath, ['src/bin/run.mjs', script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, OBSERVATORY_DATA_DIR: folder }
  });
  return { status: child.status, text: child.stdout + child.stderr };
}

/** Digest of the database files as they lie there when nobody has them open. */
function digest(): string {
  const hash = createHash('sha256');
  for (const name of ['workshop.db', 'workshop.db-wal', 'publication.db', 'publication.db-wal']) {
    const file = join(folder, name);
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const CENSUS = 'data/census/2025.csv';
const WAVE = 'data/waves/2025/results-survey814275.csv';

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

it('goes from the shipped files to a published edition, and changes nothing on bad input', () => {
  expect(run('migrate')).toMatchObject({ status: 0 });
  expect(run('publish')).toMatchObject({ status: 1, text: expect.stringContaining('Le recensement est vide') });

  const census = run('ingest', 'census', CENSUS);
  expect(census.text).toContain('Recensement chargé : 105 initiatives lues, 105 ajoutées');
  expect(census.status).toBe(0);
  expect(run('ingest', 'census', CENSUS)).toMatchObject({ status: 0, text: expect.stringContaining('Fichier déjà chargé') });

  const wave = run('ingest', 'wave', '2025', WAVE);
  expect(wave.text).toContain('Lignes lues : 33 = 32 réponses + 1 ignorées');
  expect(wave.text).toContain('Vague 2025 enregistrée : 32 réponses sur 60 initiatives interrogées.');
  expect(wave.status).toBe(0);
  expect(run('ingest', 'wave', '2025', WAVE, '--lang', 'en')).toMatchObject({ status: 0, text: expect.stringContaining('Nothing was doubled') });

  const published = run('publish');
  expect(published.text).toMatch(/Édition 2025\.1 publiée : 105 initiatives, vague 2025 \(32 réponses sur 60\), \d+ tableaux/);
  expect(published.status).toBe(0);
  expect(run('publish')).toMatchObject({ status: 0, text: expect.stringContaining('Rien n’a changé depuis l’édition 2025.1') });

  const before = digest();
  const bad = readFileSync(CENSUS, 'utf8').replace(',34172,', ',34999,').replace('2023-01-28', '28/01/2023');
  const refused = run('ingest', 'census', written('census.csv', bad));
  expect(refused.status).toBe(1);
  expect(refused.text).toContain('census.csv, ligne 2, colonne 5 insee_codes, valeur « 34999 »');
  expect(refused.text).toContain('census.csv, ligne 2, colonne 8 started_on, valeur « 28/01/2023 »');
  expect(refused.text).toContain('Refusé : 2 constats bloquants');

  const answers = readFileSync(WAVE, 'utf8').replace('"Association";"Urbain"', '"Association";"Montagnard"');
  const option = run('ingest', 'wave', '2025', written('answers.csv', answers), '--lang', 'en');
  expect(option.status).toBe(1);
  expect(option.text).toContain('value “Montagnard”');
  expect(option.text).toContain('→');
  expect(run('ingest', 'wave', '2025', written('empty.csv', ''))).toMatchObject({ status: 1, text: expect.stringContaining('Le fichier est vide') });
  expect(run('ingest', 'wave', '1999', WAVE)).toMatchObject({ status: 1, text: expect.stringContaining('La vague 1999 n’existe pas') });
  expect(run('ingest', 'census', 'nowhere.csv')).toMatchObject({ status: 1, text: expect.stringContaining('nowhere.csv') });
  expect(run('ingest')).toMatchObject({ status: 1, text: expect.stringContaining('npm run ingest') });
  expect(digest()).toBe(before);

  expect(run('ingest', 'wave', '2026-demo', 'data/waves/2026-demo/vague-2026.xlsx')).toMatchObject({ status: 1, text: expect.stringContaining('À CONFIRMER') });
  expect(digest()).toBe(before);
  expect(run('ingest', 'wave', '2026-demo', 'data/waves/2026-demo/vague-2026.xlsx', '--acknowledge')).toMatchObject({ status: 0 });
  expect(run('publish')).toMatchObject({ status: 1, text: expect.stringContaining('--note-fr') });
  const second = run('publish', '--note-fr', 'Vague de démonstration.', '--note-en', 'Demonstration wave.');
  expect(second).toMatchObject({ status: 0, text: expect.stringContaining('Édition 2026.1 publiée') });
}, 300_000);

it.each(['ingest', 'publish', 'create-editor', 'read', 'bench'])('%s says how it is used, and refuses an option that it has not', (command) => {
  expect(run(command, '--help')).toMatchObject({ status: 0, text: expect.stringMatching(/^Usage/) });
  const { status, text } = run(command, '--no-such-option');
  expect(status).toBe(2);
  expect(text).toMatch(/--no-such-option.*\nUsage/);
  expect(text).not.toContain('    at ');
});
