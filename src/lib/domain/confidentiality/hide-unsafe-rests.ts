import { cellId } from './matrix.ts';

/** Sums by group (the first one everybody) and row, with the values behind each. */
export type Sums = {
  groups: string[];
  rows: string[];
  /** What each caisse of the group brings to the row, above zero. */
  values: (group: string, row: string) => number[];
  /** Whether a sum of these values may not be told. */
  unsafe: (values: number[]) => boolean;
};

/**
 * Hidden sums, enlarged so that those of a row may be told together: everybody minus the groups that are shown is a number
 * that every reader can make. While it is unsafe, the smallest group still shown is hidden too.
 * @example
 * // Everybody 30, urban 25, the others hidden: one caisse brings the 5 that are left, so urban is hidden as well.
 */
export function hideUnsafeRests({ groups, rows, values, unsafe }: Sums, hidden: ReadonlySet<string>): Set<string> {
  const all = new Set(hidden);
  const [everybody, ...others] = groups as [string, ...string[]];
  for (const row of rows) {
    // Without everybody's sum there is nothing to subtract from.
    if (all.has(cellId(everybody, row))) continue;
    const shown = others.filter((group) => !all.has(cellId(group, row)) && values(group, row).length > 0).sort((a, b) => sum(values(a, row)) - sum(values(b, row)));
    const rest = others.filter((group) => all.has(cellId(group, row))).flatMap((group) => values(group, row));
    while (unsafe(rest)) {
      const next = shown.shift();
      if (next === undefined) break;
      all.add(cellId(next, row));
      rest.push(...values(next, row));
    }
  }
  return all;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
