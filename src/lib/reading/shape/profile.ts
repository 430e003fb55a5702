import type { Rows } from '../rows.ts';

/** What a column holds: each text with its count (up to a limit of distinct ones). */
export type Profile = { values: Map<string, number>; filled: number; /** Some distinct texts were not kept. */ more: boolean };

const DISTINCT = 3_000;

/** Profile of a column (1-based) over some rows; blank cells are not counted. */
export function profileColumn(rows: Rows, rowNumbers: number[], column: number): Profile {
  const values = new Map<string, number>();
  let filled = 0;
  let more = false;
  for (const [text, count] of rows.countTexts(rowNumbers, column)) {
    filled += count;
    const known = values.get(text);
    if (known !== undefined || values.size < DISTINCT) values.set(text, (known ?? 0) + count);
    else more = true;
  }
  return { values, filled, more };
}

/** Whether every text that the column holds satisfies `test`; false for an empty column. */
export function every(profile: Profile, test: (text: string) => boolean): boolean {
  if (profile.filled === 0) return false;
  for (const text of profile.values.keys()) if (!test(text)) return false;
  return true;
}
