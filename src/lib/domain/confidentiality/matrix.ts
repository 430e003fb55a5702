import type { Cell, Equation, Suppressor } from './additive.ts';

/** Numbers by group (the first one everybody) and row, of which some are unsafe. */
export type Matrix = {
  groups: string[];
  rows: string[];
  value: (group: string, row: string) => number;
  primary: (group: string, row: string) => boolean;
  /** Rows whose number for everybody, once shown, tells that of each group (nobody, or all). */
  settles?: (row: string) => boolean;
  /** Groups without an answer: nothing in them can be hidden, nor hides anything. */
  empty?: (group: string) => boolean;
  /** What the rows of a group add up to, when the reader knows it; undefined when rows do not add up to anything shown. */
  whole?: (group: string) => number | undefined;
  /** Counts: what must stay possible of an unsafe cell, see `Cell.room`. */
  room?: (group: string, row: string) => { low: number; high: number };
  /** Largest value that a reader knows to be possible. */
  cap?: (group: string) => number;
};

/** Id of a cell: group and row. */
export function cellId(group: string, row: string): string {
  return `${group}|${row}`;
}

/**
 * Every cell to hide so that no unsafe one is found again by subtraction, inside the table and from the table of
 * everybody alone: the everybody group is settled first and by itself, so that each crossed table of an indicator hides the same
 * cells of it, and it is never opened nor closed by what the groups need.
 */
export function hideCells(matrix: Matrix, suppress: Suppressor): Set<string> {
  const [everybody, ...others] = matrix.groups as [string, ...string[]];
  const alone = suppress({ cells: cellsOf(matrix, [everybody]), equations: rowSums(matrix, [everybody]) });
  const hidden = new Set([...alone].filter((id) => !id.endsWith(WHOLE)));
  if (others.length === 0) return hidden;
  const settled = new Set(matrix.rows.filter((row) => matrix.settles?.(row) && !hidden.has(cellId(everybody, row))).flatMap((row) => others.map((group) => cellId(group, row))));
  const cells = cellsOf(matrix, matrix.groups).map((cell) => {
    if (cell.id.startsWith(`${everybody}|`)) return { ...cell, primary: hidden.has(cell.id), frozen: true };
    return settled.has(cell.id) ? { ...cell, primary: false, frozen: true } : cell;
  });
  const equations = [...rowSums(matrix, matrix.groups), ...matrix.rows.map((row): Equation => ({ total: cellId(everybody, row), parts: others.map((group) => cellId(group, row)) }))];
  for (const id of suppress({ cells, equations })) if (!id.endsWith(WHOLE)) hidden.add(id);
  return hidden;
}

const WHOLE = '|=';

function cellsOf(matrix: Matrix, groups: string[]): Cell[] {
  return groups.flatMap((group) => {
    const cap = matrix.cap?.(group);
    const rows = matrix.rows.map((row): Cell => {
      const primary = !matrix.empty?.(group) && matrix.primary(group, row);
      return {
        id: cellId(group, row),
        value: matrix.value(group, row),
        primary,
        frozen: matrix.empty?.(group) ?? false,
        ...(cap === undefined ? {} : { cap }),
        ...(primary && matrix.room ? { room: matrix.room(group, row) } : {})
      };
    });
    const whole = matrix.whole?.(group);
    return whole === undefined ? rows : [...rows, { id: group + WHOLE, value: whole, primary: false, frozen: true }];
  });
}

function rowSums(matrix: Matrix, groups: string[]): Equation[] {
  return groups
    .filter((group) => matrix.whole?.(group) !== undefined)
    .map((group) => ({ total: group + WHOLE, parts: matrix.rows.map((row) => cellId(group, row)) }));
}
