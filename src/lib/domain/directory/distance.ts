/** A place in degrees, WGS 84. */
export type Position = { longitude: number; latitude: number };

/** Mean radius of the Earth (IUGG), km. */
const EARTH_RADIUS = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine); within 0.5 % of the distance on the ellipsoid. */
export function distanceKm(a: Position, b: Position): number {
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A distance in kilometres, and the two places that it is between. */
export type Span<From extends Position, To extends Position> = { km: number; from: From; to: To };

/**
 * The shortest distance between two groups of places, with the pair that has it: the same from either side. Of several
 * equal pairs, the first. Undefined when a group is empty.
 */
export function shortest<From extends Position, To extends Position>(froms: readonly From[], tos: readonly To[]): Span<From, To> | undefined {
  let found: Span<From, To> | undefined;
  for (const from of froms) {
    for (const to of tos) {
      const km = distanceKm(from, to);
      if (km < (found?.km ?? Infinity)) found = { km, from, to };
    }
  }
  return found;
}

/**
 * The `limit` things nearest to any of the places `from`, nearest first, each with its shortest distance.
 * Those without a place are left out.
 */
export function nearest<T, From extends Position, To extends Position>(
  things: readonly T[],
  placesOf: (thing: T) => readonly To[],
  from: readonly From[],
  limit: number
): ({ thing: T } & Span<From, To>)[] {
  return things
    .flatMap((thing) => {
      const span = shortest(from, placesOf(thing));
      return span ? [{ thing, ...span }] : [];
    })
    .sort((a, b) => a.km - b.km)
    .slice(0, limit);
}
