import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FINDING_TEXTS } from '../../src/lib/domain/waves/finding-texts.ts';

const folder = new URL('../../src/lib/reading', import.meta.url).pathname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(join(folder, path), 'utf8'));

it('every code that the reading can say is explained, in both languages', () => {
  const said = new Set(sources.flatMap((text) => [...text.matchAll(/(?:collector\.add\(\s*|\bask\(|code: |problem: )'([a-z][a-z0-9_]+)'(?:,|\))|code: '([a-z_]+)', where/g)].map((match) => match[1] ?? match[2]!)));
  const codes = [...said].filter((code) => code.includes('_') || code === 'sheet');
  expect(codes.length).toBeGreaterThan(35);
  expect(codes.filter((code) => !Object.hasOwn(FINDING_TEXTS, code))).toEqual([]);
  for (const { rule, wayOut } of Object.values(FINDING_TEXTS)) for (const { fr, en } of [rule, wayOut]) expect(fr.trim() !== '' && en.trim() !== '' && fr !== en).toBe(true);
});
