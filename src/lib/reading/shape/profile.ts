/** What a column holds: each text with its count (up to a limit of distinct ones). */
export type Profile = { values: Map<string, number>; filled: number; /** Some distinct texts were not kept. */ more: boolean };

const DISTINCT = 3_000;

/** Profile of a column (1-based) over some rows; blank cells are not counted. */
export function profileColumn(rows: string[][], rowNumbers: number[], column: number): Profile {
  const values = new Map<string, number>();
  let filled = 0;
  let more = false;
  for (const row of rowNumbers) {
    const text = rows[row - 1]?.[column - 1];
    if (text === undefined || text === '') continue;
    const count = values.get(text);
    if (count !== undefined) {
      values.set(text, count + 1);
      filled++;
    } else if (!isBlank(text)) {
      filled++;
      if (values.size < DISTINCT) values.set(text, 1);
      else more = true;
    }
  }
  return { values, filled, more };
}

/** Nothing but spaces, the non-breaking ones included. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text === '' || (text.charCodeAt(0) <= 32 || text.charCodeAt(0) >= 160 ? text.trim() === '' : false);
}

/** Whether every text that the column holds satisfies `test`; false for an empty column. */
export function every(profile: Profile, test: (text: string) => boolean): boolean {
  if (profile.filled === 0) return false;
  for (const text of profile.values.keys()) if (!test(text)) return false;
  return true;
}
