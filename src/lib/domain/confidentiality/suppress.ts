import type { AdditiveTable, Cell } from './additive.ts';
import { recover } from './recover.ts';

/**
 * Secondary suppression by closure: while a hidden cell can be found again, hide one more cell of a sum it stands in,
 * the smallest that is not zero. Ends when nothing is recovered, or when only frozen cells are left to hide.
 * Same table, same result: ties follow the order of the cells.
 */
export function suppressByClosure(table: AdditiveTable): Set<string> {
  const cells = new Map(table.cells.map((cell) => [cell.id, cell]));
  const hidden = new Set(table.cells.filter((cell) => cell.primary).map((cell) => cell.id));
  for (let step = 0; step < table.cells.length; step++) {
    const found = recover(table, hidden);
    const next = [...found.keys()].map((id) => accomplice(table, cells, hidden, id)).find((cell) => cell !== undefined);
    if (!next) break;
    hidden.add(next.id);
  }
  return hidden;
}

/** The cell to hide beside `id`: in one of its sums, else in a sum that shares a hidden cell with them. */
export function accomplice(table: AdditiveTable, cells: Map<string, Cell>, hidden: Set<string>, id: string): Cell | undefined {
  const reached = new Set([id]);
  const seen = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    const candidates: Cell[] = [];
    const next: string[] = [];
    table.equations.forEach((equation, index) => {
      const ids = [equation.total, ...equation.parts];
      if (seen.has(index) || !ids.some((each) => reached.has(each))) return;
      seen.add(index);
      grown = true;
      for (const each of ids) {
        const cell = cells.get(each);
        if (hidden.has(each)) next.push(each);
        else if (cell && !cell.frozen) candidates.push(cell);
      }
    });
    const best = smallest(candidates);
    if (best) return best;
    for (const each of next) reached.add(each);
  }
  return undefined;
}

function smallest(candidates: Cell[]): Cell | undefined {
  let best: Cell | undefined;
  for (const cell of candidates) {
    // A zero hides nothing as long as the reader may guess it; it is taken last.
    if (!best || (best.value === 0 && cell.value > 0) || (cell.value > 0 && cell.value < best.value)) best = cell;
  }
  return best;
}
