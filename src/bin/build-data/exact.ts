import type { Random } from './random.ts';

/** Nearest multiple of `step`. */
export function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** Exactly `count` of the items, those with the highest leaning once chance is added; in the order given. */
export function chooseExactly<T>(random: Random, items: readonly T[], count: number, leaning: (item: T) => number): T[] {
  const scored = items.map((item, index) => ({ item, index, score: leaning(item) + random.bell() }));
  const chosen = scored.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, count);
  return chosen.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** Values of a plan `{ a: 2, b: 1 }`, shuffled: `a`, `b`, `a` in some order. */
export function spread<T extends string>(random: Random, plan: Partial<Record<T, number>>): T[] {
  return random.shuffle((Object.entries(plan) as [T, number][]).flatMap(([value, count]) => Array<T>(count).fill(value)));
}

/** The same proportions, rounded to `step`, adding up to `total` exactly: the largest takes the rest. */
export function scaleToTotal(values: number[], total: number, step: number): number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  const scaled = values.map((value) => roundTo((value * total) / sum, step));
  const largest = scaled.indexOf(Math.max(...scaled));
  scaled[largest] = (scaled[largest] ?? 0) + total - scaled.reduce((a, b) => a + b, 0);
  return scaled;
}

/**
 * Moves `step` points at a time, inside a row, from the column most above its target to the one most below, as long as
 * that brings the columns closer. Rows keep their sums, rows with broken numbers are left alone, no cell goes under
 * `floor`. Rows are changed.
 */
export function fitColumnSums(rows: number[][], targets: number[], step: number, floor: number): void {
  for (let turn = 0, stuck = 0; stuck < rows.length; turn += 1) {
    const gaps = targets.map((target, column) => target - rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    const low = gaps.indexOf(Math.max(...gaps));
    const high = gaps.indexOf(Math.min(...gaps));
    if ((gaps[low] ?? 0) - (gaps[high] ?? 0) <= step) return;
    const row = rows[turn % rows.length] ?? [];
    const movable = row.every(Number.isInteger) && (row[high] ?? 0) - step >= floor;
    stuck = movable ? 0 : stuck + 1;
    if (!movable) continue;
    row[high] = (row[high] ?? 0) - step;
    row[low] = (row[low] ?? 0) + step;
  }
  throw new RangeError('fitColumnSums: the targets cannot be reached');
}
