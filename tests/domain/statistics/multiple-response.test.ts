import { expect, test } from 'vitest';
import { multipleResponse } from '#lib/domain/statistics/multiple-response.ts';
import { generator, SEEDS, shuffled } from './random.ts';

const options = ['access', 'governance', 'outlets'];

test('mentions add up to 1, respondents to more, and skipping is not unticking', () => {
  for (const seed of SEEDS) {
    const random = generator(seed);
    const answers = Array.from({ length: 30 }, () => (random() < 0.1 ? undefined : options.filter(() => random() < 0.6)));
    const found = multipleResponse({ answers, options });
    const sum = (kind: 'ofMentions' | 'ofRespondents'): number => found.rows.reduce((total, row) => total + row[kind]!.value, 0);
    expect(sum('ofMentions')).toBeCloseTo(1, 12);
    expect(sum('ofRespondents')).toBeCloseTo(found.mentions / found.respondents, 12);
    expect(found.respondents + found.skipped).toBe(30);
    expect(multipleResponse({ answers: shuffled(answers, random), options })).toEqual(found);
  }
});

test('ticked twice, ticked outside the list, nothing ticked, nobody', () => {
  const found = multipleResponse({ answers: [['access', 'access', 'other'], []], options });
  expect(found).toMatchObject({ respondents: 2, mentions: 1, none: 1, skipped: 0 });
  expect(found.rows[0]!.count).toBe(1);
  const nobody = multipleResponse({ answers: [undefined, null], options });
  expect(nobody.rows[0]).toMatchObject({ count: 0, ofRespondents: undefined, ofMentions: undefined });
});
