import type { Kind } from '../census/initiative.ts';

/** One mark of the map, ready to draw. Positions are in units of the national picture. */
export type MapPoint = {
  slug: string;
  name: string;
  kind: Kind;
  synthetic: boolean;
  /** Where it is, in words. */
  place: string;
  x: number;
  y: number;
  /** How far it is moved so that its neighbours stay visible; it shrinks as the map grows. */
  dx: number;
  dy: number;
};
