import { escapeXml } from '#lib/domain/format/escape-xml.ts';
import tokens from '../../layout/styles/tokens.css?raw';
import { wrapText } from '../../charts/layout/text.ts';

/** What a picture says around its figure: it must stand alone wherever it is pasted. */
export type PictureTexts = { headline: string; title: string; base: string; notes: string[]; source: string; synthetic?: string };

const WIDTH = 880;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;

/** The light tokens, by name: a picture has one look, that of paper. */
const LIGHT = new Map([...(tokens.split('@media')[0] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
const FONTS = new Map([
  ['font-sans', 'Source Sans 3'],
  ['font-serif', 'Spectral']
]);


type Block = { lines: string[]; size: number; weight: 400 | 600; family: string; fill: string; leading: number };

function block(text: string, size: number, options: Partial<Omit<Block, 'lines' | 'size'>> = {}): Block {
  const { weight = 400, family = 'var(--font-sans)', fill = 'var(--ink)', leading = 1.35 } = options;
  // Spectral is about 6 % wider than the sans that widths are measured with.
  const room = family === 'var(--font-serif)' ? INNER / 1.08 : INNER;
  return { lines: wrapText(text, room, size, weight), size, weight, family, fill, leading };
}

function drawn(blocks: Block[], top: number): { svg: string; bottom: number } {
  let y = top;
  const parts: string[] = [];
  for (const { lines, size, weight, family, fill, leading } of blocks) {
    for (const line of lines) {
      y += size * leading;
      parts.push(`<text x="${MARGIN}" y="${y.toFixed(1)}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`);
    }
    y += 5;
  }
  return { svg: parts.join(''), bottom: y };
}

/**
 * A whole picture in SVG from a chart's own SVG (800 wide): headline, title and base above, notes and source below,
 * with colours and fonts written out so that it needs no style sheet.
 */
export function pictureSvg(chart: string, texts: PictureTexts): string {
  const soft = { fill: 'var(--ink-soft)' };
  const head = drawn(
    [
      block(texts.headline, 25, { weight: 600, family: 'var(--font-serif)', leading: 1.25 }),
      block(texts.title, 15, { weight: 600 }),
      block(texts.base, 15, soft),
      ...(texts.synthetic ? [block(texts.synthetic, 15, { weight: 600, fill: 'var(--accent)' })] : [])
    ],
    MARGIN - 8
  );
  const [, width = '800', height = '400'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(chart) ?? [];
  const scale = INNER / Number(width);
  const foot = drawn([...texts.notes.map((note) => block(note, 15, { leading: 1.4 })), block(texts.source, 13, soft)], head.bottom + 20 + Number(height) * scale + 14);
  const placed = chart
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<svg/, `<svg x="${MARGIN}" y="${head.bottom + 20}" width="${INNER}" height="${Number(height) * scale}"`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.ceil(foot.bottom + 24)}" viewBox="0 0 ${WIDTH} ${Math.ceil(foot.bottom + 24)}"><title>${escapeXml(texts.headline)}</title><rect width="100%" height="100%" fill="var(--paper)"/>${head.svg}${placed}${foot.svg}</svg>`;
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => FONTS.get(name) ?? LIGHT.get(name) ?? whole);
}
