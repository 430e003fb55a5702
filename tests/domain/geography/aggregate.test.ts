import { describe, expect, it } from 'vitest';
import { aggregate, discRadius } from '#lib/domain/geography/aggregate.ts';
import { random } from '../directory/generate.ts';

const CODES = ['01', '02', '2A', '69', '75', '92', '93', '94', '971'];

describe('discs in place of many marks', () => {
  it('count every mark that has a code, once, on 200 random maps, and do not cover one another', () => {
    const next = random(11);
    for (let round = 0; round < 200; round++) {
      const points = Array.from({ length: 1 + Math.floor(next() * 400) }, () => {
        const code = next() < 0.05 ? undefined : CODES[Math.floor(next() * CODES.length)];
        const at = code ? CODES.indexOf(code) : 0;
        return { x: 300 + (at % 3) * 20 + next() * 30, y: 200 + Math.floor(at / 3) * 20 + next() * 30, code };
      });
      const discs = aggregate(points, (point) => point.code, 1.35, 22);
      for (const { code, count } of discs) expect(count).toBe(points.filter((point) => point.code === code).length);
      expect(discs.reduce((sum, { count }) => sum + count, 0)).toBe(points.filter(({ code }) => code !== undefined).length);
      for (const a of discs) {
        for (const b of discs) if (a.code < b.code) expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.code} ${b.code}`).toBeGreaterThan((a.r + b.r) * 1.35 - 1);
      }
    }
  });

  it('stand at the mean of their marks when nothing pushes them', () => {
    const [disc] = aggregate([{ x: 10, y: 0 }, { x: 20, y: 30 }], () => '69', 1, 22);
    expect(disc).toMatchObject({ code: '69', count: 2, x: 15, y: 15 });
    expect(aggregate([], () => '69', 1, 22)).toEqual([]);
  });

  it('have areas proportional to counts, above the smallest disc', () => {
    expect((discRadius(400, 400, 22) / discRadius(200, 400, 22)) ** 2).toBeCloseTo(2, 10);
    expect(discRadius(1, 400, 22)).toBe(discRadius(2, 400, 22));
    expect(discRadius(400, 400, 22)).toBe(22);
  });
});
