import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeScaled } from '../../src/bin/build-data/scale.ts';

let out: string;
let census: Record<string, string>[];
let responses: string[][];

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'scale-'));
  const paths = writeScaled(process.cwd(), { responses: 2_500, initiatives: 4_100, out });
  const text = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  census = Papa.parse<Record<string, string>>(text(paths[1]!), { header: true, skipEmptyLines: true }).data;
  responses = Papa.parse<string[]>(text(paths[2]!), { delimiter: ';', skipEmptyLines: true }).data;
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('npm run data:build -- --scale N --census N --out DIR', () => {
  it('writes as many rows as asked for, sixty columns wide', () => {
    expect(census).toHaveLength(4_100);
    expect(responses).toHaveLength(2_501);
    expect(responses.every((row) => row.length === 60)).toBe(true);
  });

  it('writes each initiative once, and responses of its caisses', () => {
    const kinds = new Map(census.map((line) => [line.name, line.kind]));
    expect(kinds.size).toBe(4_100);
    const names = responses.slice(1).map((row) => row[7]);
    expect(new Set(names).size).toBe(2_500);
    expect(names.every((name) => kinds.get(name) === 'caisse')).toBe(true);
  });

  it('refuses to write inside the repository', () => {
    expect(() => writeScaled(process.cwd(), { responses: 1, initiatives: 0, out: 'data' })).toThrow(/outside/);
  });
});
