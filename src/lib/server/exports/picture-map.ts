import type { MapPoint } from '#lib/domain/geography/map-point.ts';
import { GLYPHS } from '#lib/components/maps/glyphs.ts';
import { wrapText } from '#lib/components/charts/layout/text.ts';
import type { MapPaths } from '#lib/domain/geography/paths.ts';
import { drawLines, paint } from './picture-parts.ts';
import { SHARE_HEIGHT, SHARE_WIDTH } from './picture-share.ts';

const COLOURS: Record<MapPoint['kind'], string> = { caisse: 'option-1', prix_differencies: 'option-4', cheque_alimentaire: 'option-3', groupe_local: 'option-5', autre: 'option-8' };

/** What the picture of the whole site says beside its map. */
export type MapTexts = { site: string; title: string; lede: string; source: string; synthetic?: string | undefined };

/** The map and a sentence, 1200 × 630: the picture of a link to the site itself. */
export function mapShareSvg(paths: MapPaths, points: readonly MapPoint[], texts: MapTexts): string {
  const scale = (SHARE_HEIGHT - 48) / paths.height;
  const left = SHARE_WIDTH - 40 - paths.width * scale;
  const land = paths.departements.map(({ d }) => `<path d="${d}"/>`).join('');
  const marks = points
    .map(({ kind, synthetic, x, y, dx, dy }) => {
      const colour = `var(--${COLOURS[kind]})`;
      return `<path transform="translate(${x + dx} ${y + dy}) scale(1.15)" d="${GLYPHS[kind]}" fill="${synthetic ? 'var(--paper)' : colour}" stroke="${synthetic ? colour : 'var(--paper)'}" stroke-width="${synthetic ? 1.9 : 1.2}"/>`;
    })
    .join('');
  const room = left - 56;
  const title = wrapText(texts.title, room / 1.1, 46, 600);
  const lede = wrapText(texts.lede, room / 1.08, 25);
  const after = 96 + title.length * 55;
  return paint(
    SHARE_WIDTH,
    SHARE_HEIGHT,
    texts.title,
    drawLines([texts.site], { x: 56, y: 60, size: 20, weight: 600, fill: 'var(--brand)' }) +
      drawLines(title, { x: 56, y: 136, size: 46, weight: 600, family: 'var(--font-serif)', leading: 1.2 }) +
      drawLines(lede, { x: 56, y: after + 62, size: 25, leading: 1.42 }) +
      (texts.synthetic ? drawLines(wrapText(texts.synthetic, room, 20, 600), { x: 56, y: after + 62 + lede.length * 35.5 + 14, size: 20, weight: 600, fill: 'var(--accent)' }) : '') +
      drawLines([texts.source], { x: 56, y: SHARE_HEIGHT - 30, size: 18, fill: 'var(--ink-soft)' }) +
      `<g transform="translate(${left.toFixed(1)} 24) scale(${scale.toFixed(4)})"><g fill="var(--land)" stroke="var(--paper)" stroke-width="1">${land}</g><path d="${paths.regionBorders}" fill="none" stroke="var(--rule-strong)" stroke-width="1"/>${marks}</g>`
  );
}
