import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DomainError, FAILURES, type FailureCode } from '#lib/domain/errors.ts';
import { REFUSALS, ReadingRefusal, type RefusalCode } from '#lib/reading/refusal.ts';
import { FINDING_CATALOGUE, findingSentences } from '#lib/server/wave-intake/finding-sentences.ts';

const FOLDER = 'src/lib/i18n/messages';
const files = readdirSync(`${FOLDER}/fr`);

it.each(files)('%s: no French sign of punctuation may open a line', (file) => {
  const lines = readFileSync(`${FOLDER}/fr/${file}`, 'utf8').split('\n');
  expect(lines.filter((line) => / [:;!?»]|« /.test(line))).toEqual([]);
});

it.each([
  ['failures', Object.keys(FAILURES).map((code) => new DomainError(code as FailureCode).sentence('fr'))],
  ['refusals', Object.keys(REFUSALS).map((code) => new ReadingRefusal(code as RefusalCode).sentence('fr'))],
  ['findings', Object.keys(FINDING_CATALOGUE).flatMap((code) => Object.values(findingSentences({ code, level: 'blocking', where: {} }, 'fr')))]
])('%s: no French sign of punctuation may open a line either', (_, sentences) => {
  expect(sentences.length).toBeGreaterThan(10);
  expect(sentences.filter((sentence) => / [:;!?»]|« /.test(sentence))).toEqual([]);
});

it('what a sentence quotes of a file stays as it was written', () => {
  const file = "l'avis : « 37 % ».csv";
  expect(findingSentences({ code: 'wave_replaced', level: 'acknowledge', where: {}, details: { before: 1, after: 2, file } }, 'fr').rule).toContain(file);
});

it.each(files)('%s: the same messages in both languages, with the same inputs', (file) => {
  const read = (lang: string) => JSON.parse(readFileSync(`${FOLDER}/${lang}/${file}`, 'utf8')) as Record<string, unknown>;
  const inputs = (message: unknown) => [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  const [fr, en] = [read('fr'), read('en')];
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  expect(Object.keys(fr).filter((key) => JSON.stringify(inputs(fr[key])) !== JSON.stringify(inputs(en[key])))).toEqual([]);
});
