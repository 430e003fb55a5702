import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'read-'));

function read(file: string, ...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/bin/run.mjs', 'read', file, ...options], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run read', () => {
  it('--json says what a file holds', () => {
    const { status, stdout } = read('tests/fixtures/reading/limesurvey_fr_codetext_long.csv', '--json');
    const summary = JSON.parse(stdout) as Record<string, unknown>;
    expect(status).toBe(0);
    expect(summary).toMatchObject({
      tool: { name: 'LimeSurvey' }, encoding: 'UTF-8 with BOM', delimiter: ';', headerRows: [1], responses: 6,
      ignoredRows: [{ row: 1, reason: 'header' }, { row: 8, reason: 'blank' }],
      cells: { nonEmpty: 128, imported: 107, ignored: 21 }
    });
    expect(summary['metadata']).toHaveLength(7);
    expect((summary['questions'] as Record<string, unknown>[])[0]).toMatchObject({ label: 'Territoire', type: 'single', answered: 6, notAsked: 0, otherTexts: ['Tiers-lieu ; ferme'], options: [{ label: 'Urbain', count: 2 }, { label: 'Rural', count: 2 }, { label: 'Périurbain', count: 1 }, { label: 'Autre', count: 1 }] });
  });

  it('a refusal is JSON too, and exits 1', () => {
    const path = join(folder, 'page.xls');
    writeFileSync(path, '<html><table><tr><td>a</td></tr></table></html>');
    const { status, stdout } = read(path, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ refused: { code: 'html_not_table', message: expect.stringContaining('page web') as string } });
  });

  it('without --json, a report in French', () => {
    const { status, stdout } = read('tests/fixtures/reading/excel_fr_cp1252_edited.csv');
    expect(status).toBe(0);
    for (const words of ['Windows-1252', '12 lignes lues = 6 réponses + 6 lignes écartées', '48 cellules remplies = 38 lues + 10 écartées', 'À décider', 'pourcentages et fractions']) expect(stdout).toContain(words);
  });

  it('a file that is not there is a refusal', () => {
    const { status, stdout } = read(join(folder, 'rien.csv'), '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ refused: { code: 'file_not_found' } });
  });
});
