import type { MapPoint } from '#lib/domain/geography/map-point.ts';
import type { Initiative, Place } from '#lib/domain/census/initiative.ts';
import type { LensStep, PlacesShown } from '#lib/domain/directory/map-view.ts';
import { MOST_MARKS } from '#lib/domain/geography/aggregate.ts';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import type { Box } from '#lib/domain/geography/projection.ts';
import { spread } from '#lib/domain/geography/spread.ts';
import './land.ts';
import { inBox } from './map-box.ts';

/** `places`: one mark at the seat (by default), or one in every place. `lens`: the step of a mark's size. `box`: the part that is shown. */
export type MarkOptions = { places?: PlacesShown; lens?: ((initiative: Initiative) => LensStep) | undefined; box?: Box | undefined };

type Mark = { initiative: Initiative; place: Place; x: number; y: number; seat?: { x: number; y: number } };

const tenth = (value: number): number => Math.round(value * 10) / 10;

const seatOf = ({ places }: Initiative): Place | undefined => places.find((place) => place.role === 'seat') ?? places[0];

// An edition's places stay in memory as they are, and thousands are asked for at each step of a filter.
const projected = new WeakMap<Place, readonly [number, number] | null>();

/** Position of a place in the national picture; undefined when no part of it shows the place. */
function positionOf(place: Place): readonly [number, number] | undefined {
  const known = projected.get(place);
  if (known !== undefined) return known ?? undefined;
  const found = nationalProjection().project(place.longitude, place.latitude);
  projected.set(place, found ?? null);
  return found;
}

/** Positions of an initiative's places in the national picture, the seat first; empty when the seat has none. */
export function positionsOf(initiative: Initiative): (readonly [number, number])[] {
  const seat = seatOf(initiative);
  const home = seat && positionOf(seat);
  if (!home) return [];
  return [home, ...initiative.places.flatMap((place) => (place === seat ? [] : [positionOf(place)].filter((at) => at !== undefined)))];
}

/** The seat's mark, then those of the other places when they are asked for. */
function marksOf(initiative: Initiative, places: PlacesShown): Mark[] {
  const seat = seatOf(initiative);
  const home = seat && positionOf(seat);
  if (!home) return [];
  const [x, y] = home;
  const others = places === 'tous' ? initiative.places.filter((place) => place !== seat) : [];
  const area = others.flatMap((place): Mark[] => {
    const found = positionOf(place);
    return found ? [{ initiative, place, x: found[0], y: found[1], seat: { x: tenth(x), y: tenth(y) } }] : [];
  });
  return [{ initiative, place: seat, x, y }, ...area];
}

/** Large marks first, so that small ones stay on top of them. Unknown sizes are the smallest. */
const bySize = (a: MapPoint, b: MapPoint): number => (b.step === 'x' ? -1 : (b.step ?? 0)) - (a.step === 'x' ? -1 : (a.step ?? 0));

/**
 * Marks of the national map, one per initiative at its seat, in the order given. Initiatives that have no place, or one
 * outside the 101 départements, have no mark. A page that shows the map calls this in its server load: it also hands the
 * land over to the map.
 */
export function mapPoints(initiatives: readonly Initiative[], { places = 'siege', lens, box }: MarkOptions = {}): MapPoint[] {
  const all = initiatives.flatMap((initiative) => marksOf(initiative, places));
  const inside = box ? all.filter((mark) => inBox(mark, box)) : all;
  // A disc counts a whole territory, even when the frame shows only a part of it.
  const placed = inside.length > MOST_MARKS ? all : inside;
  // More than that are counted by discs, not drawn one by one.
  const moved = placed.length > MOST_MARKS ? [] : spread(placed, 12.5, 16);
  const points = placed.map(
    ({ initiative, place, x, y, seat }, index): MapPoint => ({
      slug: initiative.slug,
      name: initiative.name,
      kind: initiative.kind,
      synthetic: initiative.provenance === 'synthetic',
      place: initiative.territory,
      departement: place.departement,
      region: place.region,
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
