import { nationalProjection } from '#lib/domain/geography/paths.ts';
import type { Box } from '#lib/domain/geography/projection.ts';
import { nationalPaths } from './land.ts';
import { aboveFrames } from './map-box.ts';
import { communesOf } from './territories.ts';

/** Where the communes of an EPCI are drawn, in place of an outline, by how well their position is known. Tenths of a unit. */
export type CommuneDots = { known: Dot[]; approximate: Dot[] };
type Dot = readonly [x: number, y: number];

/** Units of the picture: a smaller part would show the generalisation of the outlines around. */
const NARROWEST = 62;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** What of the picture shows an EPCI: its communes with room around, in the mainland or in their frame overseas. Undefined when the picture shows none of them. */
export function epciFrame(code: string): { box: Box; dots: CommuneDots } | undefined {
  const { project } = nationalProjection();
  const placed = communesOf(code).flatMap(({ longitude, latitude, precision }) => {
    const at = project(longitude, latitude);
    return at ? [{ at, known: precision === 'commune' || precision === 'exact' }] : [];
  });
  if (placed.length === 0) return undefined;
  const all = placed.map(({ at }) => at);
  const dotsOf = (wanted: boolean): Dot[] => placed.filter(({ known }) => known === wanted).map(({ at: [x, y] }) => [tenth(x), tenth(y)]);
  const dots = { known: dotsOf(true), approximate: dotsOf(false) };
  const inset = nationalPaths().insets.find(({ x, y, width }) => all.every(([px, py]) => px >= x && px <= x + width && py >= y));
  if (inset) return { box: { x: inset.x, y: inset.y, width: inset.width, height: inset.height }, dots };
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(NARROWEST, 1.9 * (right - left), 1.9 * (bottom - top));
  return { box: aboveFrames({ x: tenth((left + right - side) / 2), y: tenth((top + bottom - side) / 2), width: tenth(side), height: tenth(side) }), dots };
}
