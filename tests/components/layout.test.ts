import { describe, expect, it } from 'vitest';
import { beeswarm } from '../../src/lib/components/charts/layout/beeswarm.ts';
import { placeKey } from '../../src/lib/components/charts/layout/key.ts';
import { ranked } from '../../src/lib/components/charts/layout/ranked-bars.ts';
import { slope } from '../../src/lib/components/charts/layout/slope.ts';
import { spread } from '../../src/lib/components/charts/layout/spread.ts';
import { stackedBars } from '../../src/lib/components/charts/layout/stacked-bars.ts';
import { gatherPoints, triangle } from '../../src/lib/components/charts/layout/ternary.ts';
import { textWidth, wrapText } from '../../src/lib/components/charts/layout/text.ts';

describe('text', () => {
  it('wraps inside the width, loses no word, and keeps no-break spaces whole', () => {
    const text = 'Installation ou maintien de producteurs locaux en agriculture durable, 129\u202f500\u00a0€';
    for (const width of [60, 120, 240, 900]) {
      const lines = wrapText(text, width, 15);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 15)).toBeLessThanOrEqual(width);
    }
  });

  it('a figure is as wide as any other, an accent adds nothing', () => {
    expect(textWidth('111', 10)).toBe(textWidth('888', 10));
    expect(textWidth('é', 10)).toBe(textWidth('e', 10));
    expect(textWidth('mm', 20)).toBeCloseTo(2 * textWidth('m', 20), 9);
  });
});

describe('spread', () => {
  it('leaves in place what does not touch', () => {
    expect(spread([{ at: 10, size: 4 }, { at: 50, size: 4 }], 0, 100)).toEqual([10, 50]);
  });

  it('separates what overlaps, keeps the order and the limits', () => {
    const wanted = [{ at: 95, size: 20 }, { at: 96, size: 20 }, { at: 97, size: 20 }, { at: 2, size: 10 }];
    const centres = spread(wanted, 0, 100);
    const boxes = centres.map((centre, index) => [centre - (wanted[index]?.size ?? 0) / 2, centre + (wanted[index]?.size ?? 0) / 2] as const).sort((a, b) => a[0] - b[0]);
    boxes.forEach(([low, high], index) => {
      expect(low).toBeGreaterThanOrEqual(-1e-9);
      expect(high).toBeLessThanOrEqual(100 + 1e-9);
      if (index > 0) expect(low).toBeGreaterThanOrEqual((boxes[index - 1]?.[1] ?? 0) - 1e-9);
    });
    expect(centres[0]).toBeLessThan(centres[1] ?? 0);
  });
});

describe('beeswarm', () => {
  it('no dot covers another, whatever the ties; the same input gives the same picture', () => {
    const positions = [5, 5, 5, 5, 6, 7, 7, 30, 31, 31.5, 90];
    const offsets = beeswarm(positions, 10);
    positions.forEach((x, a) => positions.forEach((other, b) => {
      if (a < b) expect(Math.hypot(x - other, (offsets[a] ?? 0) - (offsets[b] ?? 0))).toBeGreaterThanOrEqual(10 - 1e-6);
    }));
    expect(beeswarm(positions, 10)).toEqual(offsets);
    expect(offsets[10]).toBe(0);
  });
});

describe('others', () => {
  it('hidden rows come last in their own order, so that their place tells nothing', () => {
    const row = (code: string, value?: number) => ({ code, label: code, count: value === undefined ? { status: 'c' as const } : { status: 'ok' as const, value }, countText: '', shareText: '' });
    expect(ranked([row('h1'), row('a', 2), row('h2'), row('b', 9)]).map(({ code }) => code)).toEqual(['b', 'a', 'h1', 'h2']);
  });

  it('a key takes as many lines as it needs', () => {
    const entries = ['une réponse', 'une autre réponse', 'une troisième'].map((label) => ({ swatch: 'bar' as const, label }));
    expect(new Set(placeKey(entries, 900).entries.map(({ y }) => y)).size).toBe(1);
    expect(new Set(placeKey(entries, 150).entries.map(({ y }) => y)).size).toBe(3);
  });

  it('a ternary point is the centre of gravity of its shares, and equal points add up', () => {
    const { place, corners } = triangle(0, 0, 100);
    expect(place([1, 0, 0])).toEqual({ x: corners[0].x, y: corners[0].y });
    const middle = place([1 / 3, 1 / 3, 1 / 3]);
    expect(middle.x).toBeCloseTo(50, 9);
    expect(middle.y).toBeCloseTo((100 * Math.sqrt(3)) / 3, 9);
    const gathered = gatherPoints([[0.5, 0.5, 0], [0.5, 0.5, 0], [1, 0, 0]]);
    expect(gathered.map(({ count }) => count)).toEqual([2, 1]);
  });

  it('stacked parts keep one scale: a bar half as large is half as long', () => {
    const bar = (code: string, a: number, b: number) => ({ code, label: code, text: '', parts: [{ code: 'a', label: 'a', value: a, text: '', colour: '' }, { code: 'b', label: 'b', value: b, text: '', colour: '' }] });
    const { bars } = stackedBars([bar('one', 10, 10), bar('two', 4, 6)], 600);
    const total = (index: number) => bars[index]?.parts.reduce((sum, part) => sum + part.width, 0) ?? 0;
    expect(total(1)).toBeCloseTo(total(0) / 2, 9);
  });

  it('labels of a slope do not touch, even when the values are equal', () => {
    const lines = Array.from({ length: 7 }, (_, index) => ({ code: String(index), label: 'Formation, sensibilisation et capacité des citoyens', from: 0.5, to: 0.5, fromText: '50 %', toText: '50 %', comparable: true }));
    const placed = slope(lines, 800);
    const boxes = placed.lines.map(({ toY, wrapped }) => [toY - (wrapped.length * placed.lineHeight) / 2, toY + (wrapped.length * placed.lineHeight) / 2] as const).sort((a, b) => a[0] - b[0]);
    boxes.slice(1).forEach(([low], index) => expect(low).toBeGreaterThanOrEqual((boxes[index]?.[1] ?? 0) - 1e-9));
  });
});
