import type { Position } from './distance.ts';
import type { MapWindow } from './map-window.ts';

/** What the street map shows: its centre in degrees and its zoom, each step of one being twice as large. `plan` in its address. */
export type StreetView = Position & { zoom: number };

/** Steps that the street map has; below the first, France is smaller than the frame. */
const ZOOMS = { least: 2, most: 18 };
/** Zoom of a street map that is about as large as the whole national picture, in a frame of 460 pixels. */
const WHOLE_PICTURE = 4.2;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;
const FORM = /^(-?\d{1,2}(?:\.\d{1,9})?),(-?\d{1,3}(?:\.\d{1,9})?),(\d{1,2}(?:\.\d{1,9})?)$/;

/** The view of a text such as `48.11712,-1.67801,12.5`: latitude, longitude, zoom. Undefined for anything else. */
export function readStreetView(text: string): StreetView | undefined {
  const [, latitude = NaN, longitude = NaN, zoom = NaN] = (FORM.exec(text) ?? []).map(Number);
  // The map's own projection ends before the poles.
  if (!(Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && zoom >= ZOOMS.least && zoom <= ZOOMS.most)) return undefined;
  return { latitude: rounded(latitude, 5), longitude: rounded(longitude, 5), zoom: rounded(zoom, 2) };
}

/** A view as the address writes it. */
export function streetViewText({ latitude, longitude, zoom }: StreetView): string {
  return `${rounded(latitude, 5)},${rounded(longitude, 5)},${rounded(zoom, 2)}`;
}

/** Where the street map begins for a reader who comes from a part of the national map. */
export function streetViewOf(window: MapWindow): StreetView {
  return { latitude: window.latitude, longitude: window.longitude, zoom: rounded(WHOLE_PICTURE + Math.log2(window.zoom), 2) };
}
