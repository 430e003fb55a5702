import type { MapWindow } from '../directory/map-window.ts';
import { nationalProjection } from './paths.ts';
import type { Box } from './projection.ts';

/**
 * The rectangle of `picture` that a window shows, hundredths of a unit, never leaving it; undefined when there is no
 * window, or none smaller than the whole.
 */
export function windowBox(window: MapWindow | undefined, picture: Box): Box | undefined {
  const at = window && window.zoom > 1 ? nationalProjection().projectAround(window.longitude, window.latitude) : undefined;
  if (!window || !at) return undefined;
  const [width, height] = [picture.width / window.zoom, picture.height / window.zoom];
  const within = (value: number, from: number, room: number): number => Math.min(from + room, Math.max(from, value));
  const hundredth = (value: number): number => Math.round(value * 100) / 100;
  return {
    x: hundredth(within(at[0] - width / 2, picture.x, picture.width - width)),
    y: hundredth(within(at[1] - height / 2, picture.y, picture.height - height)),
    width: hundredth(width),
    height: hundredth(height)
  };
}
