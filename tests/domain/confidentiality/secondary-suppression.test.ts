import { expect, test } from 'vitest';
import { feasibilityIntervals, twoWayTable } from '#lib/domain/confidentiality/feasibility.ts';
import { keepsProtection, notExact, suppressSecondary } from '#lib/domain/confidentiality/secondary-suppression.ts';

function table(height: number, width: number): number[][] {
  const inner = Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => ((i * 7 + j * 13) % 11) + 1));
  const rows = inner.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  return [...rows, rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0))];
}

test('a table too large to try everything: every primary is hidden, and every secondary is needed', () => {
  const { cells, equations } = twoWayTable(table(13, 6));
  const primary = [...cells].filter(([, value]) => value < 3).map(([cell]) => cell);
  const keep = [...cells.keys()].filter((cell) => cell.startsWith('13,') || cell.endsWith(',6'));
  const found = suppressSecondary({ cells, equations, primary, keep, trials: 200 })!;
  expect(found.exhaustive).toBe(false);
  const widths = (secondary: string[]): boolean[] => {
    const hidden = [...primary, ...secondary];
    const published = new Map([...cells].filter(([cell]) => !hidden.includes(cell)));
    return [...feasibilityIntervals({ hidden, published, equations, only: primary })].map(([name, interval]) =>
      notExact({ name, value: cells.get(name)!, interval })
    );
  };
  expect(widths(found.secondary)).not.toContain(false);
  for (const cell of found.secondary) expect(widths(found.secondary.filter((other) => other !== cell))).toContain(false);
});

test('nothing to hide, nothing hidden; nothing left to hide, no answer', () => {
  const { cells, equations } = twoWayTable([[5, 5, 10], [5, 5, 10], [10, 10, 20]]);
  expect(suppressSecondary({ cells, equations, primary: [] })?.secondary).toEqual([]);
  expect(suppressSecondary({ cells, equations, primary: ['0,0'], candidates: [] })).toBeUndefined();
});

test('a whole table may be hidden with its totals', () => {
  const { cells, equations } = twoWayTable([[1, 1], [1, 1]]);
  expect(suppressSecondary({ cells, equations, primary: ['0,0'] })?.secondary).toHaveLength(3);
});

test('tables that share cells are protected together', () => {
  // "everybody" is published by territory and by lead type: the same cell of both sums.
  const cells = new Map([['everybody', 12], ['urban', 2], ['rural', 10], ['association', 5], ['local', 7]]);
  const sum = (...parts: string[]) => [...parts.map((cell) => ({ cell, coefficient: 1 })), { cell: 'everybody', coefficient: -1 }];
  const found = suppressSecondary({ cells, equations: [sum('urban', 'rural'), sum('association', 'local')], primary: ['urban'] })!;
  expect(found.secondary).toEqual(['rural']);
});

test('a limit that everybody knows narrows the interval', () => {
  const sum = [{ cell: 'a', coefficient: 1 }, { cell: 'b', coefficient: 1 }, { cell: 'sum', coefficient: -1 }];
  const known = { hidden: ['a', 'b'], published: new Map([['sum', 50]]), equations: [sum] };
  expect(feasibilityIntervals(known).get('a')).toEqual({ low: 0, high: 50 });
  const atMost = new Map([['a', 32], ['b', 32]]);
  expect(feasibilityIntervals({ ...known, atMost }).get('a')).toEqual({ low: 18, high: 32 });
});

test('contradictory published cells are refused', () => {
  const { equations } = twoWayTable([[1, 2], [3, 4]]);
  const published = new Map([['0,1', 2], ['1,0', 1], ['1,1', 9]]);
  expect(() => feasibilityIntervals({ hidden: ['0,0'], published, equations })).toThrow('impossible_value');
});

test('protection below never asks for negative values', () => {
  const keeps = keepsProtection(new Map([['a', 5]]));
  expect(keeps({ name: 'a', value: 2, interval: { low: 0, high: 7 } })).toBe(true);
  expect(keeps({ name: 'a', value: 2, interval: { low: 0, high: 6 } })).toBe(false);
  expect(keeps({ name: 'a', value: 9, interval: { low: 5, high: 20 } })).toBe(false);
});
