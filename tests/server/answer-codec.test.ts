import { expect, it } from 'vitest';
import { MISSING_REASONS } from '#lib/domain/missing.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { AnswerReader, AnswerWriter, type StoredAnswers } from '#lib/server/queries/answer-codec.ts';

const ANSWERS: Record<string, Answer> = {
  single: { state: 'answered', type: 'single', option: 'association' },
  singleOther: { state: 'answered', type: 'single', option: 'other', other: 'Régie « de quartier »' },
  multiple: { state: 'answered', type: 'multiple', options: ['access', 'advocacy'] },
  none: { state: 'answered', type: 'multiple', options: [] },
  multipleOther: { state: 'answered', type: 'multiple', options: ['other'], other: 'no_answer' },
  zero: { state: 'answered', type: 'number', number: 0 },
  decimal: { state: 'answered', type: 'number', number: 0.1 },
  numbers: { state: 'answered', type: 'numbers', numbers: { self: 37, public: 0 } },
  grid: { state: 'answered', type: 'grid', rows: { a: 'often' } },
  date: { state: 'answered', type: 'date', date: '2025-06' },
  text: { state: 'answered', type: 'text', text: 'not_asked' },
  ...Object.fromEntries(MISSING_REASONS.map((reason) => [reason, { state: reason }]))
};

const stored = (text: string): StoredAnswers => JSON.parse(text) as StoredAnswers;

it('gives back every kind of answer after the database kept it', () => {
  const writer = new AnswerWriter();
  const written = [ANSWERS, ANSWERS, structuredClone(ANSWERS)].map((answers) => writer.write(answers));
  const key = JSON.parse(JSON.stringify(writer.key)) as typeof writer.key;
  for (const text of written) expect(new AnswerReader(key).read(stored(text))).toEqual(ANSWERS);
  expect(new Set(written).size).toBe(1);
});

it('gives back responses that answer other questions, and more answers than are numbered', () => {
  const writer = new AnswerWriter();
  const responses: Record<string, Answer>[] = Array.from({ length: 5000 }, (_, at) => ({
    ...(at % 2 === 0 ? { even: { state: 'answered', type: 'number', number: at } } : { odd: { state: 'answered', type: 'multiple', options: [`o${at}`] } }),
    'é "quoted"': at % 3 === 0 ? { state: 'no_answer' } : { state: 'answered', type: 'text', text: `[${at}]` }
  }));
  const written = responses.map((answers) => writer.write(answers));
  const reader = new AnswerReader(writer.key);
  expect(written.map((text) => reader.read(stored(text)))).toEqual(responses);
  expect(Math.max(...writer.key.map(({ answers }) => answers.length))).toBe(2000);
});

it('reads answers that were kept by question', () => {
  expect(new AnswerReader().read({ q: ['s', 'association'], n: 0, m: 'dont_know' })).toEqual({
    q: { state: 'answered', type: 'single', option: 'association' },
    n: { state: 'answered', type: 'number', number: 0 },
    m: { state: 'dont_know' }
  });
});
