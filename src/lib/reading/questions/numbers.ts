import type { Table } from '../tools/tool.ts';
import { readNumber } from '../values/numbers.ts';
import type { Conventions, NumberSummary } from '../types.ts';

/** Count, sum, extremes and median of the numbers of a column, as written. Undefined when it holds none. */
export function summariseNumbers(table: Table, column: number, conventions: Conventions): NumberSummary | undefined {
  const values: number[] = [];
  let percents = 0;
  for (const row of table.responseRows) {
    const text = table.cell(row, column);
    if (text === '') continue;
    const number = readNumber(text, conventions.decimal);
    if (!number) continue;
    values.push(number.value);
    if (number.percent) percents++;
  }
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const sum = values.reduce((total, value) => total + value, 0);
  return { n: values.length, sum: Number(sum.toPrecision(15)), min: sorted[0]!, median, max: sorted.at(-1)!, percent: percents > values.length / 2 };
}
