import { expect, it } from 'vitest';
import { MISSING_REASONS } from '#lib/domain/missing.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { answerWriter, decodeAnswers, encodeAnswers } from '#lib/server/queries/answer-codec.ts';

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

it('gives back every kind of answer after the database kept it', () => {
  expect(decodeAnswers(JSON.parse(JSON.stringify(encodeAnswers(ANSWERS))))).toEqual(ANSWERS);
});

it('writes them as they would be written one response at a time', () => {
  const write = answerWriter();
  for (let time = 0; time < 3; time++) {
    const changed = { ...ANSWERS, 'é "quoted"': { state: 'answered', type: 'number', number: time } } satisfies Record<string, Answer>;
    expect(write(changed)).toBe(JSON.stringify(encodeAnswers(changed)));
  }
});
