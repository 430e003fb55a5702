import type { Box } from '#lib/domain/geography/projection.ts';
import { nationalPaths } from './land.ts';

/** The same part of the mainland, moved up as far as it takes to leave out the frames of the overseas départements. */
export function aboveFrames(box: Box): Box {
  const top = Math.min(...nationalPaths().insets.map(({ y }) => y));
  return { ...box, y: Math.round(Math.min(box.y, top - 2 - box.height) * 10) / 10 };
}

/** What of the picture shows a territory with some room around, at a ratio of at least 4:5, and its outline. */
export function mapFrame(level: 'region' | 'departement', code: string): { box: Box; outline: string } | undefined {
  const paths = nationalPaths();
  const shape = (level === 'region' ? paths.regions : paths.departements).find((row) => row.code === code);
  if (!shape) return undefined;
  const inset = paths.insets.find((row) => shape.box.x >= row.x - 1 && shape.box.x < row.x + row.width && shape.box.y >= row.y - 1);
  if (inset) return { box: { x: inset.x, y: inset.y, width: inset.width, height: inset.height }, outline: shape.d };
  const margin = Math.max(shape.box.width, shape.box.height) * 0.12 + 8;
  const width = Math.max(shape.box.width, shape.box.height * 0.8) + 2 * margin;
  const height = Math.max(shape.box.height, shape.box.width * 0.8) + 2 * margin;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    box: aboveFrames({
      x: round(shape.box.x + shape.box.width / 2 - width / 2),
      y: round(shape.box.y + shape.box.height / 2 - height / 2),
      width: round(width),
      height: round(height)
    }),
    outline: shape.d
  };
}

/** True when a mark falls in the part that is shown. */
export function inBox(point: { x: number; y: number }, box: Box): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}
