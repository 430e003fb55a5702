/** A point and how far it has been moved. */
export type Spread = { x: number; y: number; dx: number; dy: number };

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves points that would hide one another, as little as needed: pairs closer than `apart` push each other, nobody goes
 * further than `most` from home. The same points give the same picture.
 *
 * @param apart wanted distance between two points, in units of the picture
 * @param most largest displacement, in the same units
 */
export function spread(points: readonly { x: number; y: number }[], apart: number, most: number): Spread[] {
  // Points on the very same spot need a direction to leave: a sunflower gives each its own.
  const out = points.map(({ x, y }, index) => ({
    x,
    y,
    dx: Math.cos(index * GOLDEN_ANGLE) * 0.1,
    dy: Math.sin(index * GOLDEN_ANGLE) * 0.1
  }));
  for (let round = 0; round < 60; round++) {
    const order = [...out].sort((a, b) => a.x + a.dx - (b.x + b.dx));
    let moved = false;
    for (const [i, a] of order.entries()) {
      for (let j = i + 1; j < order.length; j++) {
        const b = order[j];
        if (!b || b.x + b.dx - (a.x + a.dx) > apart + most) break;
        moved = push(a, b, apart, most) || moved;
      }
    }
    if (!moved) break;
  }
  return out.map(({ x, y, dx, dy }) => (Math.hypot(dx, dy) < 0.2 ? { x, y, dx: 0, dy: 0 } : { x, y, dx, dy }));
}

/** Pushes two points apart by half of what lacks. @returns whether it had to */
function push(a: Spread, b: Spread, apart: number, most: number): boolean {
  const [vx, vy] = [b.x + b.dx - a.x - a.dx, b.y + b.dy - a.y - a.dy];
  const distance = Math.hypot(vx, vy);
  if (distance >= apart) return false;
  const step = (apart - distance) / 2 / (distance || 1);
  for (const [point, sign] of [[a, -1], [b, 1]] as const) {
    point.dx += sign * vx * step;
    point.dy += sign * vy * step;
    const far = Math.hypot(point.dx, point.dy);
    if (far > most) {
      point.dx *= most / far;
      point.dy *= most / far;
    }
  }
  return true;
}
