import { expect, test } from 'vitest';
import { simpleRandomSample } from '#lib/domain/statistics/design/design.ts';
import { total } from '#lib/domain/statistics/total.ts';

test('declared, coverage and expansion are three things', () => {
  const found = total({ values: [100, undefined, 50, null], N: 8 })!;
  expect(found).toMatchObject({ declared: 150, n: 2, asked: 4, coverage: 0.5 });
  expect(found.expanded.estimate).toBe(300);
});

test('a domain has its own coverage; a census has no error; nobody, no total', () => {
  const values = [100, undefined, 50, 30];
  expect(total({ values, domain: [true, true, false, false] })).toMatchObject({ declared: 100, n: 1, asked: 2, coverage: 0.5 });
  expect(total({ values: [1, 2], design: simpleRandomSample({ n: 2, N: 2 }) })!.expanded.standardError).toBe(0);
  expect(total({ values: [undefined] })).toBeUndefined();
  expect(total({ values: [] })).toBeUndefined();
  expect(total({ values: [0, 0] })).toMatchObject({ declared: 0, coverage: 1 });
});
