import { wrapText } from '#lib/components/charts/layout/text.ts';
import { placeChart, drawLines, paint } from './picture-parts.ts';

/** Size that the networks which show a shared link ask for. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 56;
const INNER = SHARE_WIDTH - 2 * MARGIN;
/** A chart shrunk more than this cannot be read in a feed. */
const SMALLEST = 0.6;

/** What a shared link shows beside its chart. */
export type ShareTexts = { site: string; headline: string; base: string; lecture: string; source: string; synthetic?: string | undefined };

/**
 * A figure as the picture of a shared link, 1200 × 630: headline, chart, base and source. A chart too tall to be read at
 * that size leaves its place to its « Lecture ». `charts` are the chart's own SVG at several widths; the one that can be drawn
 * largest is.
 */
export function shareSvg(charts: readonly string[], texts: ShareTexts): string {
  const long = wrapText(texts.headline, INNER / 1.1, 42, 600).length > 2;
  const size = long ? 34 : 42;
  const headline = wrapText(texts.headline, INNER / 1.1, size, 600).slice(0, 3);
  const base = wrapText(texts.base, INNER, 21).slice(0, 2);
  const top = 84 + headline.length * size * 1.2 + (texts.synthetic ? 42 : 0) + 22;
  const bottom = SHARE_HEIGHT - 52 - base.length * 28 - 22;
  const room = { x: MARGIN, y: top, width: INNER, height: bottom - top };
  const placed = charts.map((chart) => placeChart(chart, room)).reduce((best, each) => (each.scale > best.scale ? each : best), { svg: '', scale: 0 });
  const spoken = wrapText(texts.lecture, INNER / 1.04, 34).slice(0, Math.max(1, Math.floor((bottom - top) / 48)));
  const parts = [
    drawLines([texts.site], { x: MARGIN, y: 60, size: 20, weight: 600, fill: 'var(--brand)' }),
    drawLines(headline, { x: MARGIN, y: 84 + size * 0.95, size, weight: 600, family: 'var(--font-serif)', leading: 1.2 }),
    ...(texts.synthetic ? [drawLines([texts.synthetic], { x: MARGIN, y: 84 + headline.length * size * 1.2 + 30, size: 21, weight: 600, fill: 'var(--accent)' })] : []),
    placed.scale >= SMALLEST ? placed.svg : drawLines(spoken, { x: MARGIN, y: top + 44, size: 34, leading: 1.4 }),
    drawLines(base, { x: MARGIN, y: bottom + 34, size: 21, fill: 'var(--ink-soft)', leading: 1.32 }),
    drawLines([texts.source], { x: MARGIN, y: SHARE_HEIGHT - 30, size: 18, fill: 'var(--ink-soft)' })
  ];
  return paint(SHARE_WIDTH, SHARE_HEIGHT, texts.headline, parts.join(''));
}
