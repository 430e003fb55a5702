/** Something to place on a line: where it wants its centre, and how much room it takes. */
export type Wanted = { at: number; size: number };

/**
 * Centres moved as little as needed so that neighbours do not overlap, inside [low, high].
 * Returned in the order given. When there is not enough room, they are packed from `low` and run past `high`.
 */
export function spread(wanted: Wanted[], low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a]?.at ?? 0) - (wanted[b]?.at ?? 0) || a - b);
  const centres = wanted.map(({ at }) => at);
  let edge = low;
  for (const index of order) {
    const half = (wanted[index]?.size ?? 0) / 2;
    centres[index] = Math.max(centres[index] ?? 0, edge + half);
    edge = (centres[index] ?? 0) + half;
  }
  // Whatever ran past the end is pushed back, from the last one on.
  edge = high;
  for (const index of order.toReversed()) {
    const half = (wanted[index]?.size ?? 0) / 2;
    const most = edge - half;
    if ((centres[index] ?? 0) > most) centres[index] = most;
    edge = (centres[index] ?? 0) - half;
  }
  const first = order[0];
  if (first !== undefined && (centres[first] ?? 0) - (wanted[first]?.size ?? 0) / 2 < low - 1e-9) {
    edge = low;
    for (const index of order) {
      const half = (wanted[index]?.size ?? 0) / 2;
      centres[index] = Math.max(centres[index] ?? 0, edge + half);
      edge = (centres[index] ?? 0) + half;
    }
  }
  return centres;
}
