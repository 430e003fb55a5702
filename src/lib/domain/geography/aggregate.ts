/**
 * Marks that one picture draws at most, each with its link. Beyond, the page would weigh more than 100 KB compressed and
 * the marks would cover one another: discs count them instead.
 */
export const MOST_MARKS = 500;

/** Smallest disc, in the units of a mark: it holds two figures. */
const SMALLEST = 10.5;

/** Marks drawn as one disc: where it is, near their mean position; its radius in units of a mark. */
export type Disc = { code: string; count: number; x: number; y: number; r: number };

/** Radius of a disc of `count` when the `largest` counts `most`: areas are proportional to counts, above the smallest disc. */
export function discRadius(count: number, most: number, largest: number): number {
  return Math.max(SMALLEST, largest * Math.sqrt(count / Math.max(1, most)));
}

/**
 * One disc for each value of `codeOf`, at the mean position of its marks, in the order of the codes; discs that would
 * cover one another are pushed apart. Marks without a code are left out.
 *
 * @param size units of the picture for one unit of a mark
 * @param largest radius of the largest disc, in units of a mark
 */
export function aggregate<T extends { x: number; y: number }>(points: readonly T[], codeOf: (point: T) => string | undefined, size: number, largest: number): Disc[] {
  const sums = new Map<string, { count: number; x: number; y: number }>();
  for (const point of points) {
    const code = codeOf(point);
    if (code === undefined) continue;
    const sum = sums.get(code) ?? { count: 0, x: 0, y: 0 };
    sums.set(code, { count: sum.count + 1, x: sum.x + point.x, y: sum.y + point.y });
  }
  const most = Math.max(0, ...[...sums.values()].map(({ count }) => count));
  const discs = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { count, x, y }]): Disc => ({ code, count, x: x / count, y: y / count, r: discRadius(count, most, largest) }));
  return separate(discs, size);
}

/** The same discs, overlaps undone by small moves of both, the larger moving less. */
function separate(discs: Disc[], size: number): Disc[] {
  const out = discs.map((disc) => ({ ...disc }));
  for (let round = 0; round < 80; round++) {
    let moved = false;
    for (let i = 0; i < out.length; i++) {
      for (let j = i + 1; j < out.length; j++) {
        const [a, b] = [out[i], out[j]];
        if (!a || !b || Math.abs(b.y - a.y) >= (a.r + b.r + 1) * size) continue;
        const apart = (a.r + b.r + 1) * size;
        const [vx, vy] = [b.x - a.x || 0.01, b.y - a.y];
        const distance = Math.hypot(vx, vy);
        if (distance >= apart - 0.05) continue;
        const lack = (apart - distance) / distance;
        const share = b.r ** 2 / (a.r ** 2 + b.r ** 2);
        a.x -= vx * lack * share;
        a.y -= vy * lack * share;
        b.x += vx * lack * (1 - share);
        b.y += vy * lack * (1 - share);
        moved = true;
      }
    }
    if (!moved) break;
  }
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return out.map((disc) => ({ ...disc, x: tenth(disc.x), y: tenth(disc.y), r: tenth(disc.r) }));
}
