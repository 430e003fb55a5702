import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FACETS, facetValues, matches, type Facet } from '#lib/domain/directory/facets.ts';
import { parseQuery } from '#lib/domain/directory/parse-query.ts';
import { FACET_PARAMETERS } from '#lib/domain/directory/query.ts';
import { pointColumns, type PlacedEntry, type PointColumns } from '#lib/domain/geography/point-columns.ts';
import { generateInitiatives, pick, random } from '../directory/generate.ts';

type Box = { x: number; y: number; width: number; height: number };
type Place = { x: number; y: number };
type Name = { width: number; height: number; spots: number[][] };
type Cluster = (x: ArrayLike<number>, y: ArrayLike<number>, zone: ArrayLike<number>, points: readonly number[], distance: number) => (Place & { points: number[] })[];

/** The very files that the browser runs. */
async function script<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(`static/${name}`).href)) as T;
}
const { cluster, extent } = await script<{ cluster: Cluster; extent: (x: ArrayLike<number>, y: ArrayLike<number>, points: number[]) => Box }>('map-cluster.js');
const { keptAt, keptBy } = await script<{ keptAt: (columns: PointColumns, at: number[]) => Uint8Array; keptBy: (columns: PointColumns, params: URLSearchParams) => Uint8Array | undefined }>('map-filter.js');
const { placeNames } = await script<{ placeNames: (names: Name[], obstacles: Box[], frame: Box) => (Place & { name: Name })[] }>('map-place.js');
const { next: nextMark } = await script<{ next: (marks: Place[], from: Place, direction: [number, number]) => Place | undefined }>('map-walk.js');

const { shortName } = await script<{ shortName: (text: string) => string }>('map-labels.js');

const initiatives = generateInitiatives(10_000, 77);
const entries = initiatives.map((initiative): PlacedEntry => ({ initiative, values: facetValues(initiative), seat: [1, 2], areas: [] }));
const vocabulary = Object.fromEntries(FACETS.map((facet) => [facet, new Set(entries.flatMap(({ values }) => values[facet]))])) as Record<Facet, Set<string>>;
const columns = pointColumns(entries, vocabulary, 2026, []);

describe('the script filters as the server does', () => {
  it('on 500 random addresses over 10,000 initiatives, values that do not exist included', () => {
    const next = random(4);
    let [compared, empty] = [0, 0];
    for (let round = 0; round < 500; round++) {
      const params = new URLSearchParams();
      for (const facet of FACETS) {
        if (next() < 0.7) continue;
        for (let many = 1 + Math.floor(next() * 3); many > 0; many--) params.append(FACET_PARAMETERS[facet], next() < 0.1 ? pick(next, ['x', 'nulle-part', '']) : pick(next, [...vocabulary[facet]]));
      }
      if (next() < 0.3) params.set('tri', 'debut');
      const { query } = parseQuery(params, vocabulary);
      const expected = entries.map(({ values }) => Number(matches(values, query.filters)));
      const kept = keptBy(columns, params);
      expect([...(kept ?? [])], params.toString()).toEqual(expected);
      compared += 1;
      empty += Number(!expected.includes(1));
    }
    expect(compared).toBe(500);
    expect(empty).toBeLessThan(400);
  });

  it('leaves to the server what it does not know: words, distances, parameters to come', () => {
    for (const text of ['q=lyon', 'pres=69123&rayon=50', 'autour=45,4', 'plus-tard=1']) expect(keptBy(columns, new URLSearchParams(text)), text).toBeUndefined();
    expect(keptBy(columns, new URLSearchParams('q=&pres=&vue=densite&page=2'))).toBeDefined();
    expect([...keptAt(columns, [0, 3])].flatMap((one, at) => (one ? [at] : []))).toEqual([0, 3]);
  });
});

describe('groups of points', () => {
  const next = random(9);
  const count = 3000;
  const x = Float64Array.from({ length: count }, () => next() * 800);
  const y = Float64Array.from({ length: count }, () => next() * 900);
  const zone = Uint8Array.from({ length: count }, (_, at) => Number((y[at] ?? 0) > 700));
  const points = Array.from({ length: count }, (_, at) => at).filter((at) => at % 3 !== 0);

  it.each([400, 80, 20, 5])('%i units apart: every point is in one group, of its zone, near its middle', (distance) => {
    const groups = cluster(x, y, zone, points, distance);
    expect(groups.flatMap((group) => group.points).sort((a, b) => a - b)).toEqual(points);
    for (const group of groups) {
      expect(new Set(group.points.map((point) => zone[point])).size).toBe(1);
      for (const point of group.points) expect(Math.hypot((x[point] ?? 0) - group.x, (y[point] ?? 0) - group.y)).toBeLessThan(2 * distance);
      const box = extent(x, y, group.points);
      expect(group.x).toBeGreaterThanOrEqual(box.x - 1e-9);
      expect(group.x).toBeLessThanOrEqual(box.x + box.width + 1e-9);
    }
    expect(cluster(x, y, zone, points, distance)).toEqual(groups);
  });

  it('never splits what is in one place, and needs fewer groups the larger they are', () => {
    const same = cluster([5, 5, 5], [7, 7, 7], [0, 0, 0], [0, 1, 2], 0.5);
    expect(same).toEqual([{ x: 5, y: 7, points: [0, 1, 2] }]);
    expect(extent([5, 5], [7, 7], [0, 1])).toMatchObject({ width: 0, height: 0 });
    const counts = [5, 20, 80, 400].map((distance) => cluster(x, y, zone, points, distance).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(cluster(x, y, zone, [], 10)).toEqual([]);
  });
});

describe('names on the map', () => {
  const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  it('never meet, nor obstacles, nor the edge, on 200 random maps; the first is placed whenever it can be', () => {
    const next = random(21);
    for (let round = 0; round < 200; round++) {
      const frame = { x: 0, y: 0, width: 460, height: 520 };
      const obstacles = Array.from({ length: Math.floor(next() * 60) }, () => ({ x: next() * 460, y: next() * 520, width: 9, height: 9 }));
      const names = Array.from({ length: 80 }, () => {
        const [x, y] = [next() * 460, next() * 520];
        return { width: 20 + next() * 120, height: 14, spots: [[x, y], [x - 60, y], [x, y + 16]] };
      });
      const placed = placeNames(names, obstacles, frame).map(({ name, x, y }) => ({ x, y, width: name.width, height: name.height }));
      expect(placed.length).toBeGreaterThan(3);
      for (const [at, box] of placed.entries()) {
        for (const other of [...placed.slice(at + 1), ...obstacles]) expect(meet(box, other)).toBe(false);
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 460 && box.y + box.height <= 520).toBe(true);
      }
    }
    expect(placeNames([{ width: 10, height: 10, spots: [[5, 5]] }], [], { x: 0, y: 0, width: 50, height: 50 })).toHaveLength(1);
  });
});

describe('the name beside a mark', () => {
  it.each([
    ['CLAC, caisse locale de l’alimentation de Cadenet', 'CLAC'],
    ['CCAMPA, caisse commune de l’alimentation des plaines d’Ariège', 'CCAMPA'],
    ['CALIM8', 'CALIM8'],
    ['Caissalim Toulouse', 'Caissalim Toulouse'],
    // A list is no short name followed by a long one.
    ['Caisses alimentaires de Paris 14e, 18e et 20e', 'Caisses alimentaires de Paris…'],
    ['Sécurité sociale de l’alimentation étudiante', 'Sécurité sociale…'],
    ['Anticonstitutionnellementissimement', 'Anticonstitutionnellementissi…']
  ])('of "%s" is "%s"', (name, short) => {
    expect(shortName(name)).toBe(short);
    expect(shortName(name).length).toBeLessThanOrEqual(31);
  });
});

describe('from mark to mark', () => {
  it('goes to the nearest in the direction, and nowhere when there is none', () => {
    const marks = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 30, y: 0 }, { x: 0, y: -50 }];
    expect(nextMark(marks, { x: 0, y: 0 }, [1, 0])).toBe(marks[1]);
    expect(nextMark(marks, { x: 10, y: 1 }, [1, 0])).toBe(marks[2]);
    expect(nextMark(marks, { x: 0, y: 0 }, [0, -1])).toBe(marks[3]);
    expect(nextMark(marks, { x: 0, y: 0 }, [0, 1])).toBeUndefined();
  });
});
