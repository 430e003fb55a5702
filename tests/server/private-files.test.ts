import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'private-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

function migrate(dataDir: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', 'umask 022 && exec node --import tsx src/bin/migrate.ts'], { env: { ...process.env, OBSERVATORY_DATA_DIR: dataDir }, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

describe('databases', () => {
  it('are made for this account alone, whatever the umask', () => {
    const folder = join(root, 'new');
    migrate(folder);
    expect(mode(folder)).toBe('700');
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['workshop.db', 'publication.db']));
    for (const file of files) expect(mode(join(folder, file)), file).toBe('600');
  });

  it('that were open to all are closed at the next start', () => {
    const folder = join(root, 'old');
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);
    for (const name of ['workshop.db', 'publication.db']) writeFileSync(join(folder, name), '', { mode: 0o644 });
    migrate(folder);
    expect(mode(folder)).toBe('700');
    for (const file of readdirSync(folder)) expect(mode(join(folder, file)), file).toBe('600');
  });
});
