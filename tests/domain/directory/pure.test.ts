import { describe, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { censusText, confidenceText } from '#lib/domain/directory/census-text.ts';
import { distanceKm, nearest, shortest } from '#lib/domain/directory/distance.ts';
import { sizeClass } from '#lib/domain/directory/facets.ts';
import { freshness } from '#lib/domain/directory/freshness.ts';
import { sortInitiatives } from '#lib/domain/directory/sort.ts';
import { sourceLink } from '#lib/domain/directory/source-link.ts';
import { jsonForScript, structuredData } from '#lib/domain/directory/structured-data.ts';
import { spread } from '#lib/domain/geography/spread.ts';
import { generateInitiatives, random } from './generate.ts';

const PARIS = { longitude: 2.3522, latitude: 48.8566 };

describe('distances', () => {
  // Great-circle distances published by the Great Circle Mapper for city pairs, to the kilometre.
  it.each([
    [{ longitude: 5.3698, latitude: 43.2965 }, 661],
    [{ longitude: -4.4861, latitude: 48.3904 }, 505],
    [{ longitude: 55.4504, latitude: -20.8823 }, 9_365]
  ])('from Paris to %o is about %i km', (place, km) => {
    expect(Math.abs(distanceKm(PARIS, place) / km - 1)).toBeLessThan(0.01);
  });

  it('is symmetric and zero on the spot', () => {
    expect(distanceKm(PARIS, PARIS)).toBe(0);
    const marseille = { longitude: 5.37, latitude: 43.3 };
    expect(distanceKm(PARIS, marseille)).toBe(distanceKm(marseille, PARIS));
  });

  it('the nearest equal those of a full sort; what has no place is left out', () => {
    const all = generateInitiatives(300, 3);
    const found = nearest(all, (row) => row.places, [PARIS], 10);
    const slow = all
      .flatMap((row) => (row.places.length > 0 ? [Math.min(...row.places.map((place) => distanceKm(PARIS, place)))] : []))
      .sort((a, b) => a - b);
    expect(found.map(({ km }) => km)).toEqual(slow.slice(0, 10));
    expect(nearest([{ places: [] }], (row) => row.places, [PARIS], 3)).toEqual([]);
  });

  it('between two initiatives of several places is the same from either side, and that of the pair it names', () => {
    const all = generateInitiatives(120, 8);
    expect(all.filter((row) => row.places.length > 1).length).toBeGreaterThan(5);
    for (const a of all) {
      for (const b of all) {
        const [there, back] = [shortest(a.places, b.places), shortest(b.places, a.places)];
        const pairs = a.places.flatMap((from) => b.places.map((to) => distanceKm(from, to)));
        expect(there?.km).toBe(pairs.length > 0 ? Math.min(...pairs) : undefined);
        expect(back?.km).toBe(there?.km);
        if (there) expect([a.places.includes(there.from), b.places.includes(there.to), distanceKm(there.from, there.to)]).toEqual([true, true, there.km]);
      }
    }
    expect(shortest([], [PARIS])).toBeUndefined();
  });
});

describe('sorting', () => {
  const list = generateInitiatives(200, 9).map((initiative, index) => ({ initiative, km: (index * 37) % 200 }));

  it('puts what is not known last', () => {
    const starts = sortInitiatives(list, 'debut').map((row) => row.initiative.startedOn);
    const known = starts.filter((start) => start !== undefined);
    expect(starts.slice(0, known.length)).toEqual([...known].sort().reverse());
  });

  it('does not depend on the order it is given', () => {
    for (const sort of ['nom', 'debut', 'participants', 'distance'] as const) {
      const slugs = (rows: typeof list) => sortInitiatives(rows, sort).map((row) => row.initiative.slug);
      expect(slugs([...list].reverse())).toEqual(slugs(list));
    }
  });

  it('orders numbers inside names as numbers', () => {
    const names = sortInitiatives(list, 'nom').map((row) => row.initiative.name);
    expect(names.slice(0, 3)).toEqual(['Initiative synthétique 0', 'Initiative synthétique 1', 'Initiative synthétique 2']);
  });
});

describe('marks that would hide one another', () => {
  it('are moved apart, never further than told, the same way each time', () => {
    const next = random(5);
    const points = Array.from({ length: 120 }, () => ({ x: next() * 400, y: next() * 400 }));
    const moved = spread(points, 12, 16);
    expect(spread(points, 12, 16)).toEqual(moved);
    for (const { dx, dy } of moved) expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(16.0001);
    const distance = (i: number, j: number, shift: boolean) => {
      const [a, b] = [moved[i], moved[j]];
      if (!a || !b) return NaN;
      return shift ? Math.hypot(a.x + a.dx - b.x - b.dx, a.y + a.dy - b.y - b.dy) : Math.hypot(a.x - b.x, a.y - b.y);
    };
    const close = (shift: boolean) => points.flatMap((_, i) => points.slice(i + 1).map((__, j) => distance(i, i + 1 + j, shift))).filter((d) => d < 9).length;
    expect(close(true)).toBeLessThan(close(false) / 3);
  });

  it('on the very same spot, too; a lone mark does not move', () => {
    const [a, b] = spread([{ x: 5, y: 5 }, { x: 5, y: 5 }], 12, 16);
    expect(Math.hypot((a?.dx ?? 0) - (b?.dx ?? 0), (a?.dy ?? 0) - (b?.dy ?? 0))).toBeGreaterThan(11);
    expect(spread([{ x: 1, y: 1 }], 12, 16)).toEqual([{ x: 1, y: 1, dx: 0, dy: 0 }]);
  });
});

describe('what is said of an initiative', () => {
  it('classes participants like the waves do', () => {
    expect([0, 19, 20, 50, 51, 300, 301].map(sizeClass)).toEqual(['under_20', 'under_20', '20_to_50', '20_to_50', '51_to_300', '51_to_300', 'over_300']);
    expect(sizeClass(undefined)).toBe('x');
  });

  it('makes links of domains only', () => {
    expect(sourceLink('caf.fr, Lettre 14')).toEqual({ text: 'caf.fr', href: 'https://caf.fr', rest: ', Lettre 14' });
    expect(sourceLink('lyonmag.com')).toEqual({ text: 'lyonmag.com', href: 'https://lyonmag.com' });
    expect(sourceLink('Basta! 04/04/2024')).toEqual({ text: 'Basta! 04/04/2024' });
    for (const text of ['javascript:alert(1)', 'podcast ausha 17/12/2025', 'data:text/html,x', 'a.b<script>', '04.04.2024']) expect(sourceLink(text).href).toBeUndefined();
  });

  it('counts the age of a check in whole months up to the edition', () => {
    expect(freshness('2025-09-30', '2026-03-02T09:00:00Z')).toEqual({ months: 5, level: 'recent' });
    expect(freshness('2025-09-02', '2026-03-02T09:00:00Z')).toEqual({ months: 6, level: 'recent' });
    expect(freshness('2025-03-02', '2026-03-02')).toEqual({ months: 12, level: 'ageing' });
    expect(freshness('2025-02-01', '2026-03-02')).toEqual({ months: 13, level: 'old' });
    expect(freshness('2027-01-01', '2026-03-02').months).toBe(0);
  });

  it('prints census texts as French does', () => {
    expect(censusText("755 000 € sur 3 ans jusqu'en 2026")).toBe('755\u202F000\u00A0€ sur 3 ans jusqu’en 2026');
    expect(confidenceText('H (participants M)', 'fr')).toBe('haute (participants moyenne)');
  });

  it('describes documented initiatives to machines, never synthetic ones, and cannot close its script element', () => {
    const initiative: Initiative = {
      slug: 'a',
      name: '</script><script>alert(1)</script><!--',
      kind: 'caisse',
      status: 'active',
      provenance: 'documented',
      places: [],
      territory: '',
      leadType: 'inconnu',
      sources: ['lyonmag.com']
    };
    const data = structuredData(initiative, 'https://example.org/initiatives/a');
    const text = jsonForScript(data);
    expect(text).not.toMatch(/[<>&]/);
    expect(JSON.parse(text)).toEqual(data);
    expect(structuredData({ ...initiative, provenance: 'synthetic' }, 'x')).toBeUndefined();
  });
});
