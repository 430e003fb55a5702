/** One caisse on a scale; `level` counts from 1 those that stand at about the same value. */
export type Dot = { value: number; level: number };

const BINS = 60;

/** Dots in ascending order; values that fall within a sixtieth of the scale are stacked, so that none hides another. */
export function stackDots(values: readonly number[]): Dot[] {
  const highest = Math.max(...values, Number.MIN_VALUE);
  const levels = new Map<number, number>();
  return values.toSorted((a, b) => a - b).map((value) => {
    const bin = Math.round((value / highest) * BINS);
    const level = (levels.get(bin) ?? 0) + 1;
    levels.set(bin, level);
    return { value, level };
  });
}
