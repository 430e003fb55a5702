/**
 * Every dot beside its value, none over another: for each position, in ascending order, the offset nearest to
 * the line which leaves it free, positive offsets first. Same input, same picture.
 * @returns offsets from the line, in the order of `positions`
 */
export function beeswarm(positions: number[], diameter: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0) || a - b);
  const placed: { x: number; y: number }[] = [];
  const offsets = positions.map(() => 0);
  for (const index of order) {
    const x = positions[index] ?? 0;
    const near = placed.filter((dot) => x - dot.x < diameter);
    // The best place touches a neighbour or lies on the line.
    const candidates = [0];
    for (const dot of near) {
      const rise = Math.sqrt(Math.max(0, diameter ** 2 - (x - dot.x) ** 2));
      candidates.push(dot.y + rise, dot.y - rise);
    }
    candidates.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
    const free = candidates.find((y) => near.every((dot) => (x - dot.x) ** 2 + (y - dot.y) ** 2 >= diameter ** 2 - 1e-6)) ?? 0;
    offsets[index] = free;
    placed.push({ x, y: free });
  }
  return offsets;
}
