import type { MapPoint } from '#lib/domain/geography/map-point.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { spread } from '#lib/domain/geography/spread.ts';
import './land.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * Marks of the national map, one per initiative at its seat, in the order given. Initiatives that have no place, or one
 * outside the 101 départements, have no mark. A page that shows the map calls this in its server load: it also hands the
 * land over to the map.
 */
export function mapPoints(initiatives: readonly Initiative[]): MapPoint[] {
  const { project } = nationalProjection();
  const placed = initiatives.flatMap((initiative) => {
    const seat = initiative.places.find((place) => place.role === 'seat') ?? initiative.places[0];
    const at = seat && project(seat.longitude, seat.latitude);
    return at ? [{ initiative, x: at[0], y: at[1] }] : [];
  });
  const moved = spread(placed, 12.5, 16);
  return placed.map(({ initiative, x, y }, index) => ({
    slug: initiative.slug,
    name: initiative.name,
    kind: initiative.kind,
    synthetic: initiative.provenance === 'synthetic',
    place: initiative.territory,
    x: tenth(x),
    y: tenth(y),
    dx: tenth(moved[index]?.dx ?? 0),
    dy: tenth(moved[index]?.dy ?? 0)
  }));
}
