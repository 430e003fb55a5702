import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildOutputs } from '../../src/bin/build-data/outputs.ts';

const bytes = (content: string | Uint8Array): Buffer => Buffer.from(content as string);

describe('npm run data:build', () => {
  afterEach(() => vi.useRealTimers());

  it('writes exactly the files that are committed', async () => {
    const outputs = await buildOutputs(process.cwd());
    expect([...outputs.keys()]).toEqual(['data/census/2025.csv', 'data/waves/2025/results-survey814275.csv', 'data/waves/2026-demo/vague-2026.xlsx']);
    for (const [path, content] of outputs) expect(bytes(content).equals(readFileSync(path)), path).toBe(true);
  });

  it('gives the same bytes at another date', async () => {
    const now = await buildOutputs(process.cwd());
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
    const later = await buildOutputs(process.cwd());
    for (const [path, content] of now) expect(bytes(content).equals(bytes(later.get(path)!)), path).toBe(true);
  });
});
