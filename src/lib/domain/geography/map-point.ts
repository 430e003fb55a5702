import type { Kind } from '../census/initiative.ts';
import type { LensStep } from '../directory/map-view.ts';

/** One mark of the map, ready to draw. Positions are in units of the national picture. */
export type MapPoint = {
  slug: string;
  name: string;
  kind: Kind;
  synthetic: boolean;
  /** Where it is, in words. */
  place: string;
  /** INSEE codes of where the mark is; discs count by them when the marks are too many. */
  departement?: string;
  region?: string;
  x: number;
  y: number;
  /** How far it is moved so that its neighbours stay visible; it shrinks as the map grows. */
  dx: number;
  dy: number;
  /** Step of its size, when the map has a lens. */
  step?: LensStep;
  /** A place that it covers, tied to the mark of its seat. */
  seat?: { x: number; y: number };
};
