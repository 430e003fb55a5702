import { GLYPHS, HUES } from '#lib/components/maps/glyphs.ts';
import { textWidth, wrapText } from '#lib/components/charts/layout/text.ts';
import { escapeXml } from '#lib/domain/format/escape-xml.ts';
import type { MapPoint } from '#lib/domain/geography/map-point.ts';
import type { MapPaths } from '#lib/domain/geography/paths.ts';
import type { Box } from '#lib/domain/geography/projection.ts';
import { drawLines, paint } from './picture-parts.ts';
import { SHARE_HEIGHT, SHARE_WIDTH } from './picture-share.ts';

/** What the picture of one initiative or one territory says beside its map. */
export type LocalTexts = { site: string; overline: string; title: string; lede: string; source: string; synthetic?: string | undefined };

/** The part of the national picture that is drawn, what is brought out in it, and the marks of its subject and of the others. */
export type LocalMap = { box: Box; outline?: string | undefined; dots?: (readonly [x: number, y: number])[] | undefined; subjects: readonly MapPoint[]; others: readonly MapPoint[]; named?: string | undefined };

const PANEL = { x: 620, width: SHARE_WIDTH - 620, height: SHARE_HEIGHT };
const LEFT = 56;
const ROOM = PANEL.x - LEFT - 32;
/** A title that fills more lines is written smaller. */
const TITLE_LINES = 3;

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The same part with what lacks to fill the panel; an overseas frame is not left. */
function fill(box: Box, ratio: number): Box {
  const width = Math.max(box.width, box.height * ratio);
  const height = Math.max(box.height, box.width / ratio);
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

/** A mark, `times` as large as on a page, at a scale of `scale` pixels for one unit. */
function mark({ kind, synthetic, x, y, dx, dy }: MapPoint, times: number, scale: number): string {
  const colour = `var(${HUES[kind]})`;
  const move = 1.5 / scale;
  return `<path transform="translate(${(x + dx * move).toFixed(2)} ${(y + dy * move).toFixed(2)}) scale(${((1.5 * times) / scale).toFixed(4)})" d="${GLYPHS[kind]}" fill="${synthetic ? 'var(--paper)' : colour}" stroke="${synthetic ? colour : 'var(--paper)'}" stroke-width="${synthetic ? 1.9 : 1.2}"/>`;
}

/** The name of the place of the first subject, beside its mark, on the side that has room. */
function nameOf({ subjects, named }: LocalMap, view: Box, scale: number): string {
  const [first] = subjects;
  if (!first || !named) return '';
  const [x, y] = [PANEL.x + (first.x - view.x) * scale + first.dx * 1.5, (first.y - view.y) * scale + first.dy * 1.5];
  const width = textWidth(named, 24, 600);
  const right = x + 30 + width < SHARE_WIDTH - 12;
  if (!right && x - 30 - width < PANEL.x + 12) return '';
  return `<text x="${(right ? x + 26 : x - 26 - width).toFixed(1)}" y="${(y + 8).toFixed(1)}" font-family="var(--font-sans)" font-size="24" font-weight="600" fill="var(--ink)" stroke="var(--land)" stroke-width="12" stroke-linejoin="round" paint-order="stroke">${escapeXml(named)}</text>`;
}

function drawMap(paths: MapPaths, map: LocalMap): string {
  const inset = paths.insets.find((row) => map.box.x >= row.x - 1 && map.box.x < row.x + row.width && map.box.y >= row.y - 1);
  const view = fill(map.box, PANEL.width / PANEL.height);
  const scale = PANEL.width / view.width;
  // A frame overseas stands alone; on the mainland the frames are no neighbours.
  const overseas = (code: string): boolean => paths.insets.some((row) => row.code === code);
  const land = paths.departements.filter(({ code, box }) => (inset ? code === inset.code : !overseas(code) && meets(box, view)));
  const width = (pixels: number): string => (pixels / scale).toFixed(3);
  const shape = land.map(({ d }) => `<path d="${d}"/>`).join('');
  return (
    `<g transform="translate(${PANEL.x} 0) scale(${scale.toFixed(4)}) translate(${(-view.x).toFixed(2)} ${(-view.y).toFixed(2)})">` +
    `<g fill="var(--land)" fill-opacity="${map.outline && !inset ? 0.55 : 1}" stroke="var(--paper)" stroke-width="${width(1.5)}">${shape}</g>` +
    (map.outline ? `<path d="${map.outline}" fill="var(--land)"/><g fill="none" stroke="var(--paper)" stroke-width="${width(1.5)}">${shape}</g>` : '') +
    (inset ? '' : `<path d="${paths.regionBorders}" fill="none" stroke="var(--rule-strong)" stroke-opacity="0.75" stroke-width="${width(1.2)}"/>`) +
    (map.outline ? `<path d="${map.outline}" fill="none" stroke="var(--ink)" stroke-width="${width(2.2)}" stroke-linejoin="round"/>` : '') +
    (map.dots ? `<g fill="var(--ink-soft)" fill-opacity="0.7">${map.dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${width(4)}"/>`).join('')}</g>` : '') +
    `<g fill-opacity="0.45" stroke-opacity="0.45">${map.others.map((point) => mark(point, 1, scale)).join('')}</g>${map.subjects.map((point) => mark(point, map.named ? 2.3 : 1.35, scale)).join('')}</g>` +
    // Neither clipped nor grouped under an opacity: the picture maker may die of one within the other. Paper covers what is beside.
    `<rect width="${PANEL.x}" height="${SHARE_HEIGHT}" fill="var(--paper)"/>${nameOf(map, view, scale)}`
  );
}

/** A local map and what it shows in words, 1200 × 630: the picture of a link to an initiative or to a territory. */
export function localShareSvg(paths: MapPaths, map: LocalMap, texts: LocalTexts): string {
  const fits = (size: number): boolean => wrapText(texts.title, ROOM / 1.12, size, 600).length <= TITLE_LINES;
  const size = [58, 50, 44, 38].find(fits) ?? 34;
  const title = wrapText(texts.title, ROOM / 1.12, size, 600).slice(0, 5);
  const lede = wrapText(texts.lede, ROOM / 1.06, 26).slice(0, 5);
  const overline = wrapText(texts.overline, ROOM, 22).slice(0, 2);
  const afterOverline = 128 + overline.length * 28;
  const afterTitle = afterOverline + size * 0.95 + (title.length - 1) * size * 1.2;
  const afterLede = afterTitle + 62 + (lede.length - 1) * 26 * 1.42;
  return paint(
    SHARE_WIDTH,
    SHARE_HEIGHT,
    texts.title,
    drawMap(paths, map) +
      drawLines([texts.site], { x: LEFT, y: 60, size: 20, weight: 600, fill: 'var(--brand)' }) +
      drawLines(overline, { x: LEFT, y: 136, size: 22, fill: 'var(--ink-soft)', leading: 1.27 }) +
      drawLines(title, { x: LEFT, y: afterOverline + size * 0.95, size, weight: 600, family: 'var(--font-serif)', leading: 1.2 }) +
      drawLines(lede, { x: LEFT, y: afterTitle + 62, size: 26, leading: 1.42 }) +
      (texts.synthetic ? drawLines(wrapText(texts.synthetic, ROOM, 20, 600).slice(0, 3), { x: LEFT, y: afterLede + 44, size: 20, weight: 600, fill: 'var(--accent)' }) : '') +
      drawLines([texts.source], { x: LEFT, y: SHARE_HEIGHT - 30, size: 18, fill: 'var(--ink-soft)' })
  );
}
