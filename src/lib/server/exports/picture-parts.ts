import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '#lib/domain/format/escape-xml.ts';
import { settings } from '../settings.ts';

const TOKENS = 'src/lib/components/layout/styles/tokens.css';
let light: Map<string, string> | undefined;

/** The site's light tokens by name, read once: a picture has one look, that of paper. */
function tokens(): Map<string, string> {
  light ??= new Map([...(readFileSync(join(settings.root, TOKENS), 'utf8').split('@media')[0] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
  return light;
}

const FONTS = new Map([
  ['font-sans', 'Source Sans 3'],
  ['font-serif', 'Spectral']
]);

export type LineStyle = { x: number; y: number; size: number; weight?: 400 | 600; family?: string; fill?: string; leading?: number };

/** Lines of text one under the other; `y` is the baseline of the first. */
export function drawLines(lines: readonly string[], { x, y, size, weight = 400, family = 'var(--font-sans)', fill = 'var(--ink)', leading = 1.35 }: LineStyle): string {
  return lines
    .map((line, index) => `<text x="${x}" y="${(y + index * size * leading).toFixed(1)}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`)
    .join('');
}

export type Room = { x: number; y: number; width: number; height: number };

/** A chart's own SVG, shrunk or grown (by a half at most) to the room there is, from its left edge. */
export function placeChart(chart: string, room: Room): { svg: string; scale: number } {
  const [, width = '800', height = '400'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(chart) ?? [];
  const scale = Math.min(1.5, room.width / Number(width), room.height / Number(height));
  const y = room.y + (room.height - Number(height) * scale) / 2;
  const svg = chart
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<svg/, `<svg x="${room.x}" y="${y.toFixed(1)}" width="${(Number(width) * scale).toFixed(1)}" height="${(Number(height) * scale).toFixed(1)}"`);
  return { svg, scale };
}

/** A whole picture on paper colour, with every colour and font of the site written out. */
export function paint(width: number, height: number, title: string, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escapeXml(title)}</title><rect width="100%" height="100%" fill="var(--paper)"/>${content}</svg>`;
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => FONTS.get(name) ?? tokens().get(name) ?? whole);
}
