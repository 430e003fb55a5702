/** One point of a ternary plot: `parts` are shares 0–1 that add up to 1, `count` caisses stand there. */
export type TernaryPoint = { parts: [number, number, number]; count: number };

/** Points grouped where they fall on the same place, largest first so that small ones stay visible. */
export function gatherPoints(points: number[][]): TernaryPoint[] {
  const found = new Map<string, TernaryPoint>();
  for (const [a = 0, b = 0, c = 0] of points) {
    const sum = a + b + c;
    if (sum <= 0) continue;
    const parts: [number, number, number] = [a / sum, b / sum, c / sum];
    const key = parts.map((part) => part.toFixed(3)).join(' ');
    const point = found.get(key);
    if (point) point.count += 1;
    else found.set(key, { parts, count: 1 });
  }
  return [...found.values()].sort((p, q) => q.count - p.count || p.parts[0] - q.parts[0] || p.parts[1] - q.parts[1]);
}

/**
 * The equilateral triangle of side `side` whose top left corner of the bounding box is (left, top).
 * The first part is 1 at the lower left corner, the second at the top, the third at the lower right.
 */
export function triangle(left: number, top: number, side: number) {
  const height = (side * Math.sqrt(3)) / 2;
  const corners = [
    { x: left, y: top + height },
    { x: left + side / 2, y: top },
    { x: left + side, y: top + height }
  ] as const;
  const place = (parts: readonly [number, number, number]) => ({
    x: parts.reduce((sum, part, index) => sum + part * (corners[index]?.x ?? 0), 0),
    y: parts.reduce((sum, part, index) => sum + part * (corners[index]?.y ?? 0), 0)
  });
  /** Lines at 25, 50 and 75 % of each part. */
  const grid = [0.25, 0.5, 0.75].flatMap((share) => [
    { part: 0, share, from: place([share, 1 - share, 0]), to: place([share, 0, 1 - share]) },
    { part: 1, share, from: place([0, share, 1 - share]), to: place([1 - share, share, 0]) },
    { part: 2, share, from: place([1 - share, 0, share]), to: place([0, 1 - share, share]) }
  ]);
  return { corners, height, place, grid };
}
