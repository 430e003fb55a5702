import type { FranceProjection } from './projection.ts';

/** Degrees over which the slope of the projection is measured; about 100 m. */
const STEP = 0.001;

/**
 * The place in degrees (WGS 84) that a projection draws at a point of the picture, searched from a place nearby by
 * Newton's method; undefined when the point is in another part of the picture. Five decimals: about one metre.
 */
export function unproject(to: Pick<FranceProjection, 'project'>, [x, y]: [number, number], from: { longitude: number; latitude: number }): { longitude: number; latitude: number } | undefined {
  let { longitude, latitude } = from;
  for (let turn = 0; turn < 12; turn += 1) {
    const at = to.project(longitude, latitude);
    const east = to.project(longitude + STEP, latitude);
    const north = to.project(longitude, latitude + STEP);
    if (!at || !east || !north) return undefined;
    const [a, c] = [(east[0] - at[0]) / STEP, (east[1] - at[1]) / STEP];
    const [b, d] = [(north[0] - at[0]) / STEP, (north[1] - at[1]) / STEP];
    const [dx, dy] = [x - at[0], y - at[1]];
    if (Math.hypot(dx, dy) < 1e-6) break;
    const determinant = a * d - b * c;
    longitude += (d * dx - b * dy) / determinant;
    latitude += (a * dy - c * dx) / determinant;
  }
  const round = (degrees: number): number => Number(degrees.toFixed(5));
  const found = to.project(longitude, latitude);
  return found && Math.hypot(found[0] - x, found[1] - y) < 0.01 ? { longitude: round(longitude), latitude: round(latitude) } : undefined;
}
