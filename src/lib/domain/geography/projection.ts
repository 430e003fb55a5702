import { geoConicConformal, geoMercator, type GeoProjection, type GeoStream, type GeoStreamWrapper } from 'd3-geo';

/** A rectangle of the picture, in its own units. */
export type Box = { x: number; y: number; width: number; height: number };

/** One overseas département drawn apart, larger or smaller than the mainland. */
export type Inset = Box & { code: string; name: string };

export type FranceProjection = GeoStreamWrapper & {
  width: number;
  height: number;
  insets: Inset[];
  /** Units of the picture for one radian of the mainland's cone, and where the cone's centre is drawn. */
  scale: number;
  centre: [x: number, y: number];
  /** Position in the picture of a place in degrees (WGS 84), or undefined when no part of the picture shows it. */
  project(longitude: number, latitude: number): [x: number, y: number] | undefined;
  /** The same, for places that the picture has room for without drawing them: the sea, the land of the neighbours, between the frames. */
  projectAround(longitude: number, latitude: number): [x: number, y: number] | undefined;
};

// Lengths below are in units of the mainland's projection at scale 1 (radians of the cone), from its centre.
// Ouessant is the westernmost commune, Bonifacio the southernmost: their marks need room too.
const MAINLAND = { left: -0.095, top: -0.084, right: 0.0885, bottom: 0.0875 };
const ROW = { left: -0.094, top: 0.0897, width: 0.0345, height: 0.0317, gap: 0.0023 };
const EXTENT = { left: -0.095, top: -0.084, right: 0.0885, bottom: ROW.top + ROW.height + 0.001 };

/** Cone of the mainland, degrees: its central meridian, the latitude of its centre, its standard parallels. */
export const MAINLAND_CONE = { meridian: 3, latitude: 46.5, parallels: [44, 49] } as const;

/** Scale: relative to the mainland's. The map must say that they differ. */
export const INSETS = [
  { code: '971', name: 'Guadeloupe', center: [-61.4, 16.17], scale: 1.75 },
  { code: '972', name: 'Martinique', center: [-61.01, 14.63], scale: 2.25 },
  { code: '973', name: 'Guyane', center: [-53.1, 3.9], scale: 0.345 },
  { code: '974', name: 'La Réunion', center: [55.53, -21.12], scale: 2.05 },
  { code: '976', name: 'Mayotte', center: [45.165, -12.83], scale: 3.1 }
] as const;

/** Units of the picture by which a rounded place may miss the frame that it is in. */
const EDGE = 1;

/** True when a point is in a rectangle made larger by `margin` on each side. */
const within = ([x, y]: readonly [number, number], box: Box, margin: number): boolean =>
  x >= box.x - margin && x <= box.x + box.width + margin && y >= box.y - margin && y <= box.y + box.height + margin;

/** Sends what is drawn to several projections at once; each keeps what falls in its own rectangle. */
function multiplex(streams: GeoStream[]): GeoStream {
  const each = (call: (stream: GeoStream) => void) => () => streams.forEach(call);
  return {
    point: (x, y) => streams.forEach((stream) => stream.point(x, y)),
    sphere: each((stream) => stream.sphere?.()),
    lineStart: each((stream) => stream.lineStart()),
    lineEnd: each((stream) => stream.lineEnd()),
    polygonStart: each((stream) => stream.polygonStart()),
    polygonEnd: each((stream) => stream.polygonEnd())
  };
}

/** The position that a projection gives to a place, after its clipping. */
function probe(projection: GeoProjection): (longitude: number, latitude: number) => [number, number] | undefined {
  let seen: [number, number] | undefined;
  const nothing = () => {};
  const sink: GeoStream = {
    point: (x, y) => {
      seen = [x, y];
    },
    lineStart: nothing,
    lineEnd: nothing,
    polygonStart: nothing,
    polygonEnd: nothing
  };
  const stream = projection.stream(sink);
  return (longitude, latitude) => {
    seen = undefined;
    stream.point(longitude, latitude);
    return seen;
  };
}

/**
 * France in one picture: the mainland in a conformal conic projection (close to Lambert-93) and the five overseas
 * départements in a row of frames beneath, each at its own scale.
 *
 * @param width of the picture; its height follows
 */
export function franceProjection(width: number): FranceProjection {
  const scale = width / (EXTENT.right - EXTENT.left);
  const [cx, cy] = [-EXTENT.left * scale, -EXTENT.top * scale];
  const cone = () =>
    geoConicConformal()
      .rotate([-MAINLAND_CONE.meridian, 0])
      .center([0, MAINLAND_CONE.latitude])
      .parallels([...MAINLAND_CONE.parallels])
      .scale(scale)
      .translate([cx, cy]);
  const mainland = cone().clipExtent([
    [cx + MAINLAND.left * scale, cy + MAINLAND.top * scale],
    [cx + MAINLAND.right * scale, cy + MAINLAND.bottom * scale]
  ]);
  const height = (EXTENT.bottom - EXTENT.top) * scale;
  const whole = cone();
  const insets = INSETS.map(({ code, name }, index): Inset => ({
    code,
    name,
    x: cx + (ROW.left + index * (ROW.width + ROW.gap)) * scale,
    y: cy + ROW.top * scale,
    width: ROW.width * scale,
    height: ROW.height * scale
  }));
  const frameOf = (index: number): Box => insets[index] ?? { x: 0, y: 0, width: 0, height: 0 };
  const mercator = INSETS.map(({ center, scale: factor }, index) => () => {
    const box = frameOf(index);
    return geoMercator()
      .center([center[0], center[1]])
      .scale(scale * factor)
      .translate([box.x + box.width / 2, box.y + box.height / 2]);
  });
  const overseas = mercator.map((unclipped, index) => {
    const box = frameOf(index);
    return unclipped().clipExtent([
      [box.x, box.y],
      [box.x + box.width, box.y + box.height]
    ]);
  });
  // Places of a frame are oceans away from the others: what falls on its edge by rounding is still its own.
  const frames = mercator.map((unclipped) => unclipped());
  const all = [mainland, ...overseas];
  const probes = all.map(probe);
  const project = (longitude: number, latitude: number): [number, number] | undefined => {
    for (const at of probes) {
      const point = at(longitude, latitude);
      if (point) return point;
    }
    return undefined;
  };
  return {
    width,
    height,
    insets,
    scale,
    centre: [cx, cy],
    stream: (stream) => multiplex(all.map((projection) => projection.stream(stream))),
    project,
    projectAround(longitude, latitude) {
      const place: [number, number] = [longitude, latitude];
      for (const [index, frame] of frames.entries()) {
        const at = frame(place);
        if (at && within(at, frameOf(index), EDGE)) return at;
      }
      const at = whole(place);
      const framed = at && insets.some((inset) => within(at, inset, -EDGE));
      return at && !framed && within(at, { x: 0, y: 0, width, height }, 0) ? at : undefined;
    }
  };
}
