import highsLoader from 'highs';
import { expect, test } from 'vitest';
import { linearProgram, type LinearEquation } from '#lib/domain/confidentiality/solver.ts';
import { attack, twoWayTable } from '#lib/domain/confidentiality/feasibility.ts';
import { generator } from '../statistics/random.ts';


function withTotals(inner: number[][]): number[][] {
  const rows = inner.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  return [...rows, rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0))];
}

test('what is deduced is what HiGHS deduces, on 60 tables of counts and of euros', async () => {
  const highs = await highsLoader();
  let compared = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const random = generator(seed);
    const largest = seed % 2 === 0 ? 12 : 250_000;
    const height = 2 + Math.floor(random() * 4);
    const width = 2 + Math.floor(random() * 4);
    const inner = Array.from({ length: height }, () => Array.from({ length: width }, () => Math.floor(random() ** 3 * largest)));
    const { cells, equations } = twoWayTable(withTotals(inner));
    const hidden = [...cells.keys()].filter((cell) => cell !== `${height},${width}` && random() < 0.45);
    const published = new Map([...cells].filter(([cell]) => !hidden.includes(cell)));
    const interval = attack({ hidden, published, equations });
    const name = (cell: string): string => `x${cell.replace(',', '_')}`;
    const constraints = equations
      .map((equation) => {
        const terms = equation.filter(({ cell }) => hidden.includes(cell));
        const constant = equation.reduce((sum, { cell, coefficient }) => sum - coefficient * (published.get(cell) ?? 0), 0);
        return terms.length ? `${terms.map(({ cell, coefficient }) => `${coefficient < 0 ? '-' : '+'} ${name(cell)}`).join(' ')} = ${constant}` : '';
      })
      .filter(Boolean);
    for (const cell of hidden.slice(0, 4)) {
      for (const sense of ['Minimize', 'Maximize'] as const) {
        const solution = highs.solve(`${sense}\n obj: ${name(cell)}\nSubject To\n ${constraints.map((line, i) => `c${i}: ${line}`).join('\n ')}\nEnd`);
        expect(solution.Status).toBe('Optimal');
        const actual = interval(cell)[sense === 'Minimize' ? 'low' : 'high'];
        expect(Math.abs(actual - solution.ObjectiveValue), `seed ${seed}, ${cell}`).toBeLessThanOrEqual(1e-6 * Math.max(1, largest));
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(300);
});

const equation = (constant: number, ...coefficients: number[]): LinearEquation => ({
  constant,
  terms: coefficients.map((coefficient, variable) => ({ variable, coefficient }))
});

test('no solution, no bound, and equations that repeat each other', () => {
  expect(linearProgram({ variables: 1, equations: [equation(-1, 1)] })).toBeUndefined();
  expect(linearProgram({ variables: 2, equations: [equation(1, 1, 1), equation(3, 1, 1)] })).toBeUndefined();
  expect(linearProgram({ variables: 2, equations: [equation(1, 1, -1)] })?.minimum([-1, 0])).toBe(-Infinity);
  expect(linearProgram({ variables: 2, equations: [equation(4, 1, 1), equation(8, 2, 2)] })?.minimum([-1, 0])).toBeCloseTo(-4, 12);
  expect(linearProgram({ variables: 1, equations: [] })?.minimum([1])).toBe(0);
});
