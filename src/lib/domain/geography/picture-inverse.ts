import { INSETS, MAINLAND_CONE, type FranceProjection } from './projection.ts';

/**
 * What it takes to go from the national picture back to degrees in closed form, written into the page for the script
 * that keeps what the map shows in the address (`static/map-address.js`). Lengths are in units of the picture.
 */
export type PictureInverse = {
  /** Conformal cone of the mainland: the centre's place, units for one radian, the cone's constant, the centre's distance from its apex. */
  cone: { x: number; y: number; scale: number; n: number; apex: number; latitude: number; longitude: number };
  /** Mercator frames: the rectangle, its centre in degrees, units for one radian. */
  insets: { x: number; y: number; width: number; height: number; latitude: number; longitude: number; scale: number }[];
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** Tangent of half the distance from the South Pole. */
const half = (latitude: number): number => Math.tan(Math.PI / 4 + radians(latitude) / 2);

/** The inverse of `franceProjection(width)`, as numbers. Reference: Snyder, Map Projections, USGS 1395, 15-8 to 15-11. */
export function pictureInverse(to: FranceProjection): PictureInverse {
  const { meridian, latitude, parallels } = MAINLAND_CONE;
  const [south, north] = parallels;
  const n = Math.log(Math.cos(radians(south)) / Math.cos(radians(north))) / Math.log(half(north) / half(south));
  const apex = (Math.cos(radians(south)) * half(south) ** n) / n / half(latitude) ** n;
  return {
    cone: { x: to.centre[0], y: to.centre[1], scale: to.scale, n, apex, latitude, longitude: meridian },
    insets: to.insets.map(({ x, y, width, height }, at) => {
      const { center, scale } = INSETS[at] ?? { center: [0, 0], scale: 1 };
      return { x, y, width, height, longitude: center[0], latitude: center[1], scale: to.scale * scale };
    })
  };
}
