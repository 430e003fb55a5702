import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusedBody, stateOrigin } from '../../src/bin/serve/request.mjs';
import { checkNode } from '../../src/bin/start/node-version.mjs';
import { hashOf, isFresh, writeStamp } from '../../src/bin/start/stamp.mjs';

describe('the Node that is needed', () => {
  it('is 20.19 or newer, and the refusal says what to do', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.21.0']) expect(() => checkNode(version)).not.toThrow();
    for (const version of ['18.20.0', '20.18.3', '19.9.0']) expect(() => checkNode(version)).toThrow(/Node 20\.19 or newer; this is Node/);
  });
});

describe('the stamp of a step', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'observatory-start-'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/a.ts'), 'a');
    writeFileSync(join(folder, 'src/b.ts'), 'b');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('changes with the content and the name of any file, and with nothing else', () => {
    const before = hashOf(folder, ['src', 'absent']);
    writeFileSync(join(folder, 'src/a.ts'), 'a');
    expect(hashOf(folder, ['src', 'absent'])).toBe(before);
    writeFileSync(join(folder, 'src/a.ts'), 'A');
    expect(hashOf(folder, ['src', 'absent'])).not.toBe(before);
    writeFileSync(join(folder, 'src/a.ts'), 'a');
    writeFileSync(join(folder, 'src/c.ts'), '');
    expect(hashOf(folder, ['src', 'absent'])).not.toBe(before);
    expect(hashOf(folder, ['src', 'absent'], (path) => path !== 'src/c.ts')).toBe(before);
  });

  it('is fresh for the very hash it was written with', () => {
    const stamp = join(folder, 'build/.stamp');
    expect(isFresh(stamp, 'one')).toBe(false);
    writeStamp(stamp, 'one');
    expect(isFresh(stamp, 'one')).toBe(true);
    expect(isFresh(stamp, 'two')).toBe(false);
  });
});

describe('a request to the web server', () => {
  type Request = Parameters<typeof refusedBody>[0];
  const request = (method: string, url: string, headers: Record<string, string>): Request => ({ method, url, headers, socket: {} }) as unknown as Request;
  const MB = 1024 * 1024;
  const limit = 20 * MB;

  it('may hold a file on the page that takes files, and half a megabyte elsewhere', () => {
    const large = { 'content-length': String(15 * MB) };
    expect(refusedBody(request('POST', '/edition/vagues/2026/depots', large), limit)).toBeUndefined();
    expect(refusedBody(request('POST', '/en/edition/vagues/2026/depots?/x', large), limit)).toBeUndefined();
    expect(refusedBody(request('POST', '/edition/connexion', large), limit)).toBe(413);
    expect(refusedBody(request('POST', '/edition/vagues/2026/depots/1/lire', large), limit)).toBe(413);
    expect(refusedBody(request('POST', '/edition/vagues/2026/depots', { 'content-length': String(21 * MB) }), limit)).toBe(413);
    expect(refusedBody(request('POST', '/edition/connexion', { 'content-length': '200' }), limit)).toBeUndefined();
  });

  it('says how long its body is', () => {
    expect(refusedBody(request('POST', '/edition/connexion', { 'transfer-encoding': 'chunked' }), limit)).toBe(411);
    expect(refusedBody(request('GET', '/', { 'transfer-encoding': 'chunked' }), limit)).toBeUndefined();
  });

  it('cannot choose the protocol nor the host that the application sees', () => {
    const asked = request('GET', '/', { host: 'localhost:3000', 'x-observatory-protocol': 'https', 'x-observatory-host': 'evil.example' });
    stateOrigin(asked);
    expect(asked.headers['x-observatory-protocol']).toBe('http');
    expect(asked.headers['x-observatory-host']).toBe('localhost:3000');
  });
});
