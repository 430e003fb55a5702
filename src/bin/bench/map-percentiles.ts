import { quantileSorted } from 'd3-array';

/** Median and 95th percentile of some times (R type 7), and how many there are. */
export type Summary = { p50: number; p95: number; steps: number };

export function summary(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: quantileSorted(sorted, 0.5) ?? Number.NaN, p95: quantileSorted(sorted, 0.95) ?? Number.NaN, steps: sorted.length };
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const line = (name: string, { p50, p95, steps }: Summary): string => `${name.padEnd(58)} p50 ${milliseconds(p50).padStart(8)}   p95 ${milliseconds(p95).padStart(8)}   (${steps} steps)`;
