import { geoPath } from 'd3-geo';
import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { FranceTopology } from './france-topology.ts';
import { compactPath } from './compact-path.ts';
import { franceProjection, type Box, type FranceProjection, type Inset } from './projection.ts';

/** An outline ready to draw: `d` of an SVG path, one decimal, in units of the picture. */
export type Outline = {
  code: string;
  name: string;
  region: string;
  d: string;
  box: Box;
  /** Where its name goes: its centre. */
  label: [x: number, y: number];
};

export type MapPaths = {
  width: number;
  height: number;
  departements: Outline[];
  regions: Outline[];
  /** Borders between régions. */
  regionBorders: string;
  insets: Inset[];
};

/** Width of the national picture; one unit is about 1.7 km on the mainland. */
export const MAP_WIDTH = 800;

let projection: FranceProjection | undefined;

/** The projection of the national picture. */
export function nationalProjection(): FranceProjection {
  projection ??= franceProjection(MAP_WIDTH);
  return projection;
}

const toBox = ([[x0, y0], [x1, y1]]: [[number, number], [number, number]]): Box => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 });

/** Every path of the national picture. Takes about 30 ms: compute it once per process. */
export function mapPaths(topology: FranceTopology): MapPaths {
  const to = nationalProjection();
  const context = compactPath();
  const pen = geoPath(to, context);
  const path = (shape: GeoPermissibleObjects): string => {
    pen(shape);
    return context.result();
  };
  const boundsOf = geoPath(to);
  const { departements, regions } = topology.objects;
  const shapes = feature(topology, departements).features;
  const merged = feature(topology, regions).features;
  return {
    width: to.width,
    height: Math.ceil(to.height),
    departements: shapes.map((shape) => ({
      code: String(shape.id),
      name: shape.properties.name,
      region: shape.properties.region,
      d: path(shape),
      box: toBox(boundsOf.bounds(shape)),
      label: boundsOf.centroid(shape)
    })),
    regions: merged.map((shape) => ({
      code: String(shape.id),
      name: shape.properties.name,
      region: String(shape.id),
      d: path(shape),
      box: toBox(boundsOf.bounds(shape)),
      label: boundsOf.centroid(shape)
    })),
    regionBorders: path(mesh(topology, regions, (a, b) => a !== b)),
    insets: to.insets
  };
}
