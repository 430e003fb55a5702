import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledPath, hashOfSources, MANIFEST } from '../../src/bin/programs/compiled.mjs';
import { ensurePrograms } from '../../src/bin/programs/compile.mjs';

const root = mkdtempSync(join(tmpdir(), 'programs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SOURCES = ['src/bin/say.ts', 'src/lib/words.ts'];
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);

describe('a compiled program', () => {
  mkdirSync(join(root, 'src/bin'), { recursive: true });
  mkdirSync(join(root, 'src/lib'), { recursive: true });
  mkdirSync(join(root, 'build/programs'), { recursive: true });
  const reset = (): void => {
    for (const source of SOURCES) write(source, `export const from = '${source}';`);
    write(MANIFEST, JSON.stringify({ hash: hashOfSources(SOURCES, root), sources: SOURCES, programs: { 'src/bin/say.ts': 'bin-say.mjs' } }));
  };

  it('runs while its sources are those it was made from', () => {
    reset();
    expect(compiledPath('src/bin/say.ts', root)).toBe(join(root, 'build/programs/bin-say.mjs'));
    expect(compiledPath('src/bin/unknown.ts', root)).toBeUndefined();
  });

  it.each([
    ['one of its sources changed', () => write('src/lib/words.ts', `export const from = 'elsewhere';`)],
    ['one of its sources is gone', () => rmSync(join(root, 'src/lib/words.ts'))],
    ['compiling was interrupted', () => rmSync(join(root, MANIFEST))],
    ['its list is damaged', () => write(MANIFEST, '{"hash"')]
  ])('does not run when %s', (_, spoil) => {
    reset();
    spoil();
    expect(compiledPath('src/bin/say.ts', root)).toBeUndefined();
  });
});

it('says the same as its sources', async () => {
  await ensurePrograms();
  expect(compiledPath('src/bin/read.ts')).toMatch(/build.programs.bin-read\.mjs$/);
  const read = (...args: string[]): string => spawnSync(process.execPath, [...args, 'data/waves/2025/results-survey814275.csv', '--json'], { encoding: 'utf8' }).stdout;
  const compiled = read('src/bin/run.mjs', 'read');
  expect(JSON.parse(compiled)).toMatchObject({ tool: { name: 'LimeSurvey' } });
  expect(compiled).toBe(read('--import', 'tsx', 'src/bin/read.ts'));
});
