import type { AdditiveTable, Cell } from './additive.ts';
import { feasibilityIntervals, type CellEquation } from './feasibility.ts';
import { accomplice, suppressByClosure } from './suppress.ts';

/**
 * Secondary suppression that also leaves room: after the closure, as long as the sums (linear programming over the hidden cells) leave
 * an unsafe count no value of three or more, or its complement none, one more cell is hidden. Cells that cannot be given room, because all
 * that surrounds them is shown elsewhere, stay as the closure left them.
 */
export function suppressFeasibly(table: AdditiveTable): Set<string> {
  let hidden = suppressByClosure(table);
  const cells = new Map(table.cells.map((cell) => [cell.id, cell]));
  const stuck = new Set<string>();
  for (let step = 0; step < table.cells.length; step++) {
    const cramped = findCramped(table, hidden, stuck);
    if (!cramped) break;
    const next = accomplice(table, cells, hidden, cramped.id);
    if (next) hidden = suppressByClosure({ ...table, cells: table.cells.map((cell) => ({ ...cell, primary: hidden.has(cell.id) || cell.id === next.id })) });
    else stuck.add(cramped.id);
  }
  return hidden;
}

/** A hidden count that a reader can place too well. */
function findCramped(table: AdditiveTable, hidden: ReadonlySet<string>, stuck: ReadonlySet<string>): Cell | undefined {
  const wanted = table.cells.filter((cell) => cell.room && hidden.has(cell.id) && !stuck.has(cell.id));
  if (wanted.length === 0) return undefined;
  const intervals = feasibilityIntervals({
    hidden: [...hidden],
    published: new Map(table.cells.filter((cell) => !hidden.has(cell.id)).map((cell) => [cell.id, cell.value])),
    equations: table.equations.map(({ total, parts }): CellEquation => [{ cell: total, coefficient: -1 }, ...parts.map((cell) => ({ cell, coefficient: 1 }))]),
    atMost: new Map(table.cells.flatMap((cell) => (hidden.has(cell.id) && cell.cap !== undefined ? [[cell.id, cell.cap] as const] : []))),
    integer: true,
    only: wanted.map((cell) => cell.id)
  });
  return wanted.find(({ id, room }) => {
    const found = intervals.get(id);
    return found && room && (found.low > room.low || found.high < room.high);
  });
}
