import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = 'src/lib/i18n/messages';
const files = readdirSync(`${FOLDER}/fr`);

it.each(files)('%s: no French sign of punctuation may open a line', (file) => {
  const lines = readFileSync(`${FOLDER}/fr/${file}`, 'utf8').split('\n');
  expect(lines.filter((line) => / [:;!?»]|« /.test(line))).toEqual([]);
});

it.each(files)('%s: the same messages in both languages, with the same inputs', (file) => {
  const read = (lang: string) => JSON.parse(readFileSync(`${FOLDER}/${lang}/${file}`, 'utf8')) as Record<string, unknown>;
  const inputs = (message: unknown) => [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  const [fr, en] = [read('fr'), read('en')];
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  expect(Object.keys(fr).filter((key) => JSON.stringify(inputs(fr[key])) !== JSON.stringify(inputs(en[key])))).toEqual([]);
});
