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

/** Distance in kilometres from `from` to the nearest of `places`; undefined when there is none. */
export function distanceToNearest(places: readonly Position[], from: Position): number | undefined {
  return places.length === 0 ? undefined : Math.min(...places.map((place) => distanceKm(place, from)));
}

/**
 * The `limit` nearest things, nearest first, with their distance in kilometres.
 * Those without a place are left out.
 */
export function nearest<T>(things: readonly T[], placesOf: (thing: T) => readonly Position[], from: Position, limit: number): { thing: T; km: number }[] {
  return things
    .flatMap((thing) => {
      const km = distanceToNearest(placesOf(thing), from);
      return km === undefined ? [] : [{ thing, km }];
    })
    .sort((a, b) => a.km - b.km)
    .slice(0, limit);
}
