import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

const roots = ['src/lib/domain/statistics', 'src/lib/domain/confidentiality'];
const ownFiles = /\/(rules|feasibility|solver|secondary-suppression)\.ts$/;
const files = roots
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)))
  .filter((file) => file.endsWith('.ts') && (file.includes('/statistics/') || ownFiles.test(file)))
  .sort();

type Example = { code: string; result: string };

/** The lines `expression // → value` of the `@example` blocks of a source file. */
function examplesOf(source: string): Example[] {
  const blocks = source.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return blocks
    .flatMap((block) => block.split('@example').slice(1))
    .flatMap((block) => block.split('\n').map((line) => line.replace(/^\s*\*\/?\s?/, '').trim()))
    .filter((line) => line.includes('// →'))
    .map((line) => {
      const [code = '', result = ''] = line.split('// →');
      return { code: code.trim(), result: result.trim() };
    });
}

/** Same shape, numbers equal to the digits that the example prints (six or more). */
function expectClose(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    expect(Math.abs(actual - expected), `${path}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(2e-6 * Math.max(1e-3, Math.abs(expected)));
  } else if (expected !== null && typeof expected === 'object') {
    expect(actual, path).toBeTypeOf('object');
    expect(Object.keys(actual as object).sort(), path).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) expectClose((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
  } else expect(actual, path).toBe(expected);
}

describe.each(files)('%s', (file) => {
  const source = readFileSync(file, 'utf8');
  const examples = examplesOf(source);

  test('its examples give what they say', async () => {
    const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const evaluate = (code: string): unknown => runInNewContext(`(${code})`, { ...module, Map });
    for (const { code, result } of examples) expectClose(evaluate(code), evaluate(result), code);
    // Types alone, and thin helpers around a library, show nothing.
    const silent = /\/(distributions|present|checks|complete-rows|margins)\.ts$/.test(file);
    expect(examples.length > 0 || silent, `${file} has no example`).toBe(true);
  });
});
