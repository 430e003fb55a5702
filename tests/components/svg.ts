import { textWidth } from '../../src/lib/components/charts/layout/text.ts';

/** A text or a shape of a rendered picture, in the picture's own units. */
export type Box = { kind: string; text: string; className: string; fill: string; x0: number; x1: number; y0: number; y1: number };
export type Parsed = { width: number; height: number; role: string; label: string; boxes: Box[] };

const attributesOf = (tag: string): Record<string, string> => Object.fromEntries([...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
const decode = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** Reads the texts, rectangles and circles of an SVG written by the charts, with the translations of their groups. */
export function parseSvg(html: string): Parsed {
  const source = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<defs>[\s\S]*?<\/defs>/, '');
  const root = attributesOf(/<svg[^>]*>/.exec(source)?.[0] ?? '');
  const [, , width = 0, height = 0] = (root.viewBox ?? '').split(' ').map(Number);
  const boxes: Box[] = [];
  const moves: [number, number][] = [[0, 0]];
  const tokens = source.matchAll(/<(\/?)(g|text|tspan|rect|circle)\b([^>]*?)(\/?)>|([^<]+)/g);
  let text: { x: number; y: number; size: number; weight: 400 | 600; anchor: string; fill: string; spans: { x: number; y: number; text: string }[] } | undefined;
  for (const [, closing, name, inside = '', selfClosing, words] of tokens) {
    const [dx, dy] = moves.at(-1) ?? [0, 0];
    if (words !== undefined) {
      const last = text?.spans.at(-1);
      if (last) last.text += decode(words);
      continue;
    }
    const attributes = attributesOf(inside);
    const number = (key: string): number => Number(attributes[key] ?? 0);
    if (name === 'g') {
      if (closing) moves.pop();
      else {
        const [, tx = '0', ty = '0'] = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(attributes.transform ?? '') ?? [];
        moves.push([dx + Number(tx), dy + Number(ty)]);
      }
    } else if (name === 'text' && !closing) {
      const size = Number(attributes['font-size'] ?? 15);
      text = { x: number('x') + dx, y: number('y') + dy, size, weight: attributes['font-weight'] === '600' ? 600 : 400, anchor: attributes['text-anchor'] ?? 'start', fill: attributes.fill ?? '', spans: [] };
      text.spans.push({ x: text.x, y: text.y, text: '' });
    } else if (name === 'tspan' && !closing && text) {
      // A span with its own place starts a line; one without goes on.
      if (attributes.x !== undefined) text.spans.push({ x: number('x') + dx, y: (text.spans.at(-1)?.y ?? text.y) + number('dy'), text: '' });
    } else if (name === 'text' && closing && text) {
      for (const span of text.spans) {
        const words2 = span.text.replace(/[ \n\t]+/g, ' ').trim();
        if (!words2) continue;
        const length = textWidth(words2, text.size, text.weight);
        const x0 = text.anchor === 'end' ? span.x - length : text.anchor === 'middle' ? span.x - length / 2 : span.x;
        boxes.push({ kind: 'text', text: words2, className: '', fill: text.fill, x0, x1: x0 + length, y0: span.y - text.size * 0.72, y1: span.y + text.size * 0.2 });
      }
      text = undefined;
    } else if (name === 'rect' && (selfClosing || !closing)) {
      boxes.push({ kind: 'rect', text: '', className: attributes.class ?? '', fill: attributes.fill ?? '', x0: number('x') + dx, x1: number('x') + dx + number('width'), y0: number('y') + dy, y1: number('y') + dy + number('height') });
    } else if (name === 'circle' && (selfClosing || !closing)) {
      const [cx, cy, r] = [number('cx') + dx, number('cy') + dy, number('r')];
      boxes.push({ kind: 'circle', text: '', className: attributes.class ?? '', fill: attributes.fill ?? '', x0: cx - r, x1: cx + r, y0: cy - r, y1: cy + r });
    }
  }
  return { width, height, role: root.role ?? '', label: decode(root['aria-label'] ?? ''), boxes };
}

/** Pairs of texts that lie over each other by more than half a unit. */
export function overlaps({ boxes }: Parsed): [string, string][] {
  const texts = boxes.filter((box) => box.kind === 'text');
  const found: [string, string][] = [];
  texts.forEach((a, index) => {
    for (const b of texts.slice(index + 1)) {
      if (Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.5 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.5) found.push([a.text, b.text]);
    }
  });
  return found;
}

/** Texts that run out of the picture. */
export function outside({ boxes, width, height }: Parsed): string[] {
  return boxes.filter((box) => box.kind === 'text' && (box.x0 < -0.5 || box.x1 > width + 0.5 || box.y0 < -0.5 || box.y1 > height + 0.5)).map((box) => box.text);
}
