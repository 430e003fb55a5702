import { describe, expect, it } from 'vitest';
import { MAP_HEIGHT, MAP_WIDTH } from '#lib/components/maps/size.ts';
import { mapPaths, nationalProjection } from '#lib/domain/geography/paths.ts';
import { gazetteer } from '#lib/server/geography/gazetteer.ts';
import { franceTopology } from '#lib/server/geography/boundaries.ts';

const paths = mapPaths(franceTopology());

/** Even-odd test on the compact path of an outline, read back into points. */
function contains(d: string, [x, y]: [number, number]): boolean {
  const rings: [number, number][][] = [];
  let [cx, cy] = [0, 0];
  for (const [, command, body] of d.matchAll(/([Mmlz])([^Mmlz]*)/g)) {
    const numbers = (body?.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    if (command === 'z') [cx, cy] = rings.at(-1)?.[0] ?? [0, 0];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      cx += numbers[i] ?? 0;
      cy += numbers[i + 1] ?? 0;
      if (command !== 'l') rings.push([]);
      rings.at(-1)?.push([cx, cy]);
    }
  }
  let inside = false;
  for (const ring of rings) {
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [0, 0];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

const TOWNS: [string, number, number, string][] = [
  ['Paris', 2.3522, 48.8566, '75'],
  ['Lyon', 4.8357, 45.764, '69'],
  ['Rennes', -1.6778, 48.1173, '35'],
  ['Zicavo', 9.1319, 41.9064, '2A'],
  ['Les Abymes', -61.505, 16.2719, '971'],
  ['Le Lamentin', -60.9967, 14.6133, '972'],
  ['Saül', -53.207, 3.623, '973'],
  ['Le Tampon', 55.515, -21.278, '974'],
  ['Mamoudzou', 45.21, -12.78, '976']
];

describe('the national picture', () => {
  it.each(TOWNS)('draws %s inside its département and no other', (_name, longitude, latitude, code) => {
    const at = nationalProjection().project(longitude, latitude);
    expect(at).toBeDefined();
    const holding = paths.departements.filter((outline) => at && contains(outline.d, at)).map((outline) => outline.code);
    expect(holding).toEqual([code]);
  });

  it('has the size that the map component declares', () => {
    expect([paths.width, paths.height]).toEqual([MAP_WIDTH, MAP_HEIGHT]);
  });

  it('holds 101 départements and 18 régions, each with an outline inside the picture', () => {
    expect([paths.departements.length, paths.regions.length]).toEqual([101, 18]);
    for (const { box, d } of [...paths.departements, ...paths.regions]) {
      expect(d.startsWith('M')).toBe(true);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(MAP_HEIGHT);
    }
  });

  it('has room for the mark of each of the 34,875 communes, Ouessant and Bonifacio included', () => {
    const to = nationalProjection();
    const outside = [...gazetteer().communes.values()].filter(({ longitude, latitude }) => {
      const [x, y] = to.project(longitude, latitude) ?? [NaN, NaN];
      return !(x > 5 && y > 5 && x < MAP_WIDTH - 5 && y < MAP_HEIGHT - 5);
    });
    expect(outside.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });

  it('shows nothing of Papeete, Madrid or London', () => {
    const { project } = nationalProjection();
    expect(project(-149.57, -17.54)).toBeUndefined();
    expect(project(-3.7, 40.42)).toBeUndefined();
    expect(project(-61.5, 45)).toBeUndefined();
  });

  it('keeps distances on the mainland within 2 %: Dunkerque–Perpignan against Brest–Strasbourg', () => {
    const { project } = nationalProjection();
    const units = (a: [number, number], b: [number, number]) => {
      const [p, q] = [project(...a), project(...b)];
      return p && q ? Math.hypot(p[0] - q[0], p[1] - q[1]) : NaN;
    };
    // Great-circle kilometres from the haversine formula, R = 6371 km.
    const north = units([2.3768, 51.0344], [2.8954, 42.6986]) / 927.8;
    const west = units([-4.4861, 48.3904], [7.7521, 48.5734]) / 900.5;
    expect(Math.abs(north / west - 1)).toBeLessThan(0.02);
  });
});
