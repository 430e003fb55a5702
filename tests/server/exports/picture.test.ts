import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawLines, paint, placeChart } from '../../../src/lib/server/exports/picture-parts.ts';
import { shareSvg, SHARE_HEIGHT, SHARE_WIDTH } from '../../../src/lib/server/exports/picture-share.ts';
import { mapShareSvg } from '../../../src/lib/server/exports/picture-map.ts';
import { nationalPaths } from '../../../src/lib/server/geography/land.ts';
import { toPng } from '../../../src/lib/server/figures/png.ts';

/** Size and pixels of a PNG of 8 bits a channel, read from the format's own definition. */
function readPng(png: Uint8Array): { width: number; height: number; colours: number } {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const channels = bytes[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const lines = inflateSync(Buffer.concat(data));
  expect(lines.length).toBe(height * (1 + width * channels));
  return { width, height, colours: new Set(lines.subarray(0, lines.length)).size };
}

const chart = (width: number, height: number) => `<!--[--><svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" role="img"><rect class="bar" x="0" y="0" width="${width}" height="${height}" fill="var(--mark)"/></svg><!--]-->`;
const texts = { site: 'Observatoire', headline: '28 caisses sur 32 & « plus »', base: 'Base : 32 caisses', lecture: 'Lecture : 28 caisses sur 32.', source: 'Source : vague 2025, Édition 2025.1' };

describe('the picture of a shared link', () => {
  it('has the size that networks ask for and carries headline, base, source and edition', () => {
    const svg = shareSvg([chart(800, 300)], texts);
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}"`));
    for (const text of ['28 caisses sur 32 &amp; « plus »', 'Base : 32 caisses', 'vague 2025', 'Édition 2025.1']) expect(svg).toContain(text);
    expect(svg).toContain('class="bar"');
  });

  it('leaves no colour nor font to a style sheet', () => {
    expect(shareSvg([chart(800, 300)], texts)).not.toContain('var(');
    expect(paint(10, 10, 't', '<rect fill="var(--ink)"/>')).toContain('fill="#');
  });

  it('takes the layout that is drawn largest', () => {
    const svg = shareSvg([chart(800, 600), chart(1000, 310)], texts);
    expect(svg).toContain('viewBox="0 0 1000 310"');
    expect(svg).not.toContain('viewBox="0 0 800 600"');
  });

  it('says the Lecture instead of a chart that nobody could read', () => {
    const svg = shareSvg([chart(800, 2000)], texts);
    expect(svg).not.toContain('class="bar"');
    expect(svg).toContain('Lecture : 28 caisses sur 32.');
  });

  it('is a PNG of 1200 × 630 that is not blank, text included', () => {
    const empty = readPng(toPng(paint(SHARE_WIDTH, SHARE_HEIGHT, 't', ''), 1));
    const text = readPng(toPng(paint(SHARE_WIDTH, SHARE_HEIGHT, 't', drawLines(['Accès'], { x: 50, y: 200, size: 60, weight: 600, family: 'var(--font-serif)' })), 1));
    const whole = readPng(toPng(shareSvg([chart(800, 300)], texts), 1));
    expect([whole.width, whole.height]).toEqual([1200, 630]);
    // Letters have many shades at their edges; a page without fonts would be as plain as the empty one.
    expect(text.colours).toBeGreaterThan(empty.colours + 20);
    expect(whole.colours).toBeGreaterThan(empty.colours + 20);
  });
});

describe('a chart in the room it is given', () => {
  it('keeps its proportions and stays inside', () => {
    const { svg, scale } = placeChart(chart(800, 400), { x: 10, y: 20, width: 400, height: 400 });
    expect(scale).toBe(0.5);
    expect(svg).toContain('x="10" y="120.0" width="400.0" height="200.0"');
  });

  it('grows by a half at most', () => {
    expect(placeChart(chart(100, 50), { x: 0, y: 0, width: 1000, height: 1000 }).scale).toBe(1.5);
  });
});

describe('the picture of the site', () => {
  it('draws every département and one mark per initiative, hollow when invented', () => {
    const at = { slug: 's', name: 'n', place: 'p', kind: 'caisse' as const, x: 400, y: 400, dx: 0, dy: 0 };
    const svg = mapShareSvg(nationalPaths(), [{ ...at, synthetic: false }, { ...at, synthetic: true }], { site: 'Observatoire', title: 'Titre', lede: 'Phrase', source: 'Édition 2025.1' });
    expect(svg.match(/<path d="/g)?.length).toBe(nationalPaths().departements.length + 1);
    expect(svg.match(/<path transform="/g)?.length).toBe(2);
    expect(svg).toContain('Édition 2025.1');
    expect(svg).not.toContain('var(');
    const { width, height } = readPng(toPng(svg, 1));
    expect([width, height]).toEqual([1200, 630]);
  });
});
