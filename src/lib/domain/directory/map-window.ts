import { nationalProjection } from '../geography/paths.ts';
import type { Position } from './distance.ts';

/** The part of the national picture that a map shows: what is in its middle, and how many times larger than the whole. */
export type MapWindow = Position & { zoom: number };

/** How much a map grows at most; at 1 it is whole, which is no window at all. */
export const LARGEST_ZOOM = 12;

/** Decimals kept of the centre: about 100 m, less than a pixel of the largest map. */
const DEGREES = 3;
const ZOOM = 2;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

const FORM = /^(-?\d{1,3}(?:\.\d{1,9})?),(-?\d{1,3}(?:\.\d{1,9})?),(\d{1,2}(?:\.\d{1,9})?)$/;

/**
 * The window of a text such as `48.117,-1.678,4`: latitude and longitude of the centre in degrees, then the zoom from 1
 * to `LARGEST_ZOOM`. Undefined for anything else, and for a centre that is nowhere on the picture.
 */
export function readWindow(text: string): MapWindow | undefined {
  const [, latitude = NaN, longitude = NaN, zoom = NaN] = (FORM.exec(text) ?? []).map(Number);
  if (!(zoom >= 1 && zoom <= LARGEST_ZOOM) || !nationalProjection().projectAround(longitude, latitude)) return undefined;
  return { latitude: rounded(latitude, DEGREES), longitude: rounded(longitude, DEGREES), zoom: rounded(zoom, ZOOM) };
}

/** A window as the address writes it. */
export function windowText({ latitude, longitude, zoom }: MapWindow): string {
  return `${rounded(latitude, DEGREES)},${rounded(longitude, DEGREES)},${rounded(zoom, ZOOM)}`;
}
