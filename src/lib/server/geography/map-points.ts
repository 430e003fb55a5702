import type { MapPoint } from '#lib/domain/geography/map-point.ts';
import type { Initiative, Place } from '#lib/domain/census/initiative.ts';
import type { LensStep, PlacesShown } from '#lib/domain/directory/map-view.ts';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { spread } from '#lib/domain/geography/spread.ts';
import './land.ts';

/** `places`: one mark at the seat (by default), or one in every place. `lens`: the step of a mark's size. */
export type MarkOptions = { places?: PlacesShown; lens?: ((initiative: Initiative) => LensStep) | undefined };

type Mark = { initiative: Initiative; x: number; y: number; seat?: { x: number; y: number } };

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The seat's mark, then those of the other places when they are asked for. */
function marksOf(initiative: Initiative, places: PlacesShown): Mark[] {
  const { project } = nationalProjection();
  const at = (place: Place | undefined) => place && project(place.longitude, place.latitude);
  const seat = initiative.places.find((place) => place.role === 'seat') ?? initiative.places[0];
  const home = at(seat);
  if (!home) return [];
  const [x, y] = home;
  const others = places === 'tous' ? initiative.places.filter((place) => place !== seat) : [];
  const area = others.flatMap((place): Mark[] => {
    const found = at(place);
    return found ? [{ initiative, x: found[0], y: found[1], seat: { x: tenth(x), y: tenth(y) } }] : [];
  });
  return [{ initiative, x, y }, ...area];
}

/** Large marks first, so that small ones stay on top of them. Unknown sizes are the smallest. */
const bySize = (a: MapPoint, b: MapPoint): number => (b.step === 'x' ? -1 : (b.step ?? 0)) - (a.step === 'x' ? -1 : (a.step ?? 0));

/**
 * Marks of the national map, one per initiative at its seat, in the order given. Initiatives that have no place, or one
 * outside the 101 départements, have no mark. A page that shows the map calls this in its server load: it also hands the
 * land over to the map.
 */
export function mapPoints(initiatives: readonly Initiative[], { places = 'siege', lens }: MarkOptions = {}): MapPoint[] {
  const placed = initiatives.flatMap((initiative) => marksOf(initiative, places));
  const moved = spread(placed, 12.5, 16);
  const points = placed.map(
    ({ initiative, x, y, seat }, index): MapPoint => ({
      slug: initiative.slug,
      name: initiative.name,
      kind: initiative.kind,
      synthetic: initiative.provenance === 'synthetic',
      place: initiative.territory,
      x: tenth(x),
      y: tenth(y),
      dx: tenth(moved[index]?.dx ?? 0),
      dy: tenth(moved[index]?.dy ?? 0),
      ...(lens ? { step: lens(initiative) } : {}),
      ...(seat ? { seat } : {})
    })
  );
  return lens ? points.sort(bySize) : points;
}
