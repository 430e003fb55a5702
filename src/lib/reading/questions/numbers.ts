import type { Table } from '../tools/tool.ts';
import { readNumber } from '../values/numbers.ts';
import type { Conventions, NumberSummary } from '../types.ts';

/** Count, sum, extremes and median of the numbers of a column, as written. Undefined when it holds none. */
export function summariseNumbers(table: Table, column: number, conventions: Conventions): NumberSummary | undefined {
  const numbers = table.grid.rows.countTexts(table.responseRows, column).flatMap(([text, count]) => {
    const number = readNumber(text, conventions.decimal);
    return number ? [{ ...number, count }] : [];
  });
  if (numbers.length === 0) return undefined;
  numbers.sort((a, b) => a.value - b.value);
  let [n, sum, percents] = [0, 0, 0];
  for (const { value, percent, count } of numbers) {
    n += count;
    sum += value * count;
    if (percent) percents += count;
  }
  const median = (ranked(numbers, (n - 1) >> 1) + ranked(numbers, n >> 1)) / 2;
  return { n, sum: Number(sum.toPrecision(15)), min: numbers[0]!.value, median, max: numbers.at(-1)!.value, percent: percents > n / 2 };
}

/** The number of a rank (from 0) among sorted numbers, each with how many times it stands there. */
function ranked(numbers: { value: number; count: number }[], rank: number): number {
  let before = 0;
  return numbers.find(({ count }) => (before += count) > rank)!.value;
}
