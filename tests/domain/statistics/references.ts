import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

const folder = new URL('../../fixtures/statistics/', import.meta.url);

/** A reference file, as it stands. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

/** A CSV without quotes: one record per line, empty cells as undefined. */
export function records(name: string): Record<string, string | undefined>[] {
  const [head = '', ...lines] = readFileSync(new URL(name, folder), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, cells[i] === '' ? undefined : cells[i]]));
  });
}

/**
 * What the references promise (README), but for raked errors: their 2 % is for unequal starting weights, which this data set
 * does not have.
 */
export const TOLERANCE = { estimate: 1e-6, interval: 1e-5, rakedWeight: 1e-4 } as const;

/** Counts what has been compared, so that a reference that no test reads is seen. */
export class Ledger {
  readonly seen = new Set<string>();

  /** Compares one number with its reference, relatively; a reference of 0 is compared at 1e-12. */
  compare(path: string, actual: number | undefined, expected: number, tolerance: number): void {
    this.seen.add(path);
    const gap = actual === undefined ? Infinity : Math.abs(actual - expected);
    expect(gap, `${path}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(Math.max(tolerance * Math.abs(expected), 1e-12));
  }
}

/** The path of every number below a reference. */
export function numbersOf(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => numbersOf(child, path ? `${path}/${key}` : key));
}
