import type { AdditiveTable } from './additive.ts';
import { solvable } from './linear.ts';

/**
 * What a reader finds again of the hidden cells from those shown, their sums, and the limits known of each:
 * id → value. Sums are solved exactly; limits (0 and `cap`) are tightened until nothing moves.
 */
export function recover(table: AdditiveTable, hidden: ReadonlySet<string>): Map<string, number> {
  const value = new Map(table.cells.map((cell) => [cell.id, cell.value]));
  const equations = table.equations.map(({ total, parts }) => {
    const terms = new Map<string, number>();
    let constant = 0;
    for (const [id, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      if (hidden.has(id)) terms.set(id, (terms.get(id) ?? 0) + sign);
      else constant -= sign * (value.get(id) ?? 0);
    }
    return { terms, constant };
  });
  const useful = equations.filter(({ terms }) => terms.size > 0);
  const found = solvable(useful);
  for (const [id, at] of squeeze(table, hidden, useful)) found.set(id, at);
  return found;
}

/** Interval propagation: each unknown lies between what the others leave it. */
function squeeze(table: AdditiveTable, hidden: ReadonlySet<string>, equations: { terms: Map<string, number>; constant: number }[]): Map<string, number> {
  const limits = new Map<string, [low: number, high: number]>();
  for (const cell of table.cells) if (hidden.has(cell.id)) limits.set(cell.id, [0, cell.cap ?? Infinity]);
  for (let moved = true, round = 0; moved && round < 200; round++) {
    moved = false;
    for (const { terms, constant } of equations) {
      for (const [id, sign] of terms) {
        let [least, most] = [constant, constant];
        for (const [other, otherSign] of terms) {
          if (other === id) continue;
          const [low, high] = limits.get(other) ?? [0, Infinity];
          least -= otherSign > 0 ? high : -low;
          most -= otherSign > 0 ? low : -high;
        }
        const [from, to] = sign > 0 ? [least, most] : [-most, -least];
        const [low, high] = limits.get(id) ?? [0, Infinity];
        const next: [number, number] = [Math.max(low, from), Math.min(high, to)];
        if (next[0] > low + 1e-9 || next[1] < high - 1e-9) {
          limits.set(id, next);
          moved = true;
        }
      }
    }
  }
  const found = new Map<string, number>();
  for (const [id, [low, high]] of limits) if (high - low < 1e-9) found.set(id, low);
  return found;
}
