import { expect, test } from 'vitest';
import type { AdditiveTable, Cell } from '#lib/domain/confidentiality/additive.ts';
import { recover } from '#lib/domain/confidentiality/recover.ts';
import { suppressFeasibly } from '#lib/domain/confidentiality/suppress-feasibly.ts';
import { suppressByClosure } from '#lib/domain/confidentiality/suppress.ts';

/** One row that adds up to a total that is always shown. */
function row(values: number[], unsafe: number[], room?: Cell['room']): AdditiveTable {
  const parts = values.map((value, index): Cell => ({ id: `c${index}`, value, primary: unsafe.includes(index), ...(room && unsafe.includes(index) ? { room } : {}) }));
  const total = { id: 'total', value: values.reduce((a, b) => a + b, 0), primary: false, frozen: true };
  return { cells: [...parts, total], equations: [{ total: 'total', parts: parts.map(({ id }) => id) }] };
}

test('a single hidden cell of a sum is found again, two are not', () => {
  const table = row([20, 7, 2], [2]);
  expect([...recover(table, new Set(['c2']))]).toEqual([['c2', 2]]);
  expect(recover(table, new Set(['c1', 'c2'])).size).toBe(0);
});

test('limits tell too: 2 and 2 of groups of two that add up to four', () => {
  const table = row([20, 2, 2], [1, 2]);
  table.cells.forEach((cell) => cell.id.startsWith('c') && (cell.cap = 2));
  expect(recover(table, new Set(['c1', 'c2'])).size).toBe(2);
});

test('the smallest cell that is not zero goes with it', () => {
  expect([...suppressByClosure(row([0, 20, 7, 2], [3]))].sort()).toEqual(['c2', 'c3']);
  expect([...suppressByClosure(row([0, 2], [1]))].sort()).toEqual(['c0', 'c1']);
});

test('two hidden cells that add up to two still tell that both are small; a third makes room', () => {
  const table = row([20, 7, 1, 1], [2, 3], { low: 1, high: 3 });
  expect([...suppressByClosure(table)].sort()).toEqual(['c2', 'c3']);
  expect([...suppressFeasibly(table)].sort()).toEqual(['c1', 'c2', 'c3']);
});

test('frozen cells are never hidden', () => {
  const table = row([7, 2], [1]);
  table.cells[0]!.frozen = true;
  expect([...suppressFeasibly(table)]).toEqual(['c1']);
});

// Handbook on Statistical Disclosure Control, example 3: only the sums of a 2 × 2 block are known, nothing is exact.
test('a block of four is not found again', () => {
  const values: Record<string, number> = { a: 5, b: 2, c: 1, d: 2, row1: 7, row2: 3, col1: 6, col2: 4 };
  const cells = Object.entries(values).map(([id, value]) => ({ id, value, primary: id.length === 1 }));
  const equations = [
    { total: 'row1', parts: ['a', 'b'] },
    { total: 'row2', parts: ['c', 'd'] },
    { total: 'col1', parts: ['a', 'c'] },
    { total: 'col2', parts: ['b', 'd'] }
  ];
  expect(recover({ cells, equations }, new Set(['a', 'b', 'c', 'd'])).size).toBe(0);
  expect(recover({ cells, equations }, new Set(['a', 'b', 'c'])).size).toBe(3);
});
