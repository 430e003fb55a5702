import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import type { Grid } from '../types.ts';

/** One sheet as texts; `formulas`: those that the file holds without their value. */
export type PlainSheet = Pick<Grid, 'merges' | 'hiddenColumns' | 'stray'> & { rows: string[][]; name: string; hidden: boolean; formulas?: BareFormulas };

/** Formulas without a value: how many, and the first of them. */
export type BareFormulas = { count: number; row: number; column: number; text: string };

/** Puts the rows of a sheet at their place; after a long empty stretch, what follows is put aside. Rows come in order. */
export class RowCollector {
  readonly rows: string[][] = [];
  stray: NonNullable<Grid['stray']> | undefined;
  private cells = 0;

  /** @param number from 1 */
  add(number: number, cells: string[]): void {
    if (cells.length === 0) return;
    this.cells += cells.length;
    if (this.cells > LIMITS.cells || this.rows.length > LIMITS.rows) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
    if (this.stray || number > this.rows.length + LIMITS.emptyRun + 1) {
      this.stray ??= [];
      if (this.stray.length >= LIMITS.strayRows) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
      this.stray.push({ row: number, cells });
      return;
    }
    while (this.rows.length < number - 1) this.rows.push([]);
    this.rows.push(cells);
  }

  /** What a sheet needs of it. */
  get found(): Pick<PlainSheet, 'rows' | 'stray'> {
    return { rows: this.rows, ...(this.stray ? { stray: this.stray } : {}) };
  }
}
