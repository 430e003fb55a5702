import { describe, expect, it } from 'vitest';
import type { Initiative, Place } from '#lib/domain/census/initiative.ts';
import { MOST_MARKS } from '#lib/domain/geography/aggregate.ts';
import { gazetteer } from '#lib/server/geography/gazetteer.ts';
import { inBox, mapFrame } from '#lib/server/geography/map-box.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { mapNames } from '#lib/server/geography/towns.ts';

/** One initiative in each of the first communes of a département, and one place more in the next. */
function initiativesOf(departement: string, most: number): Initiative[] {
  const communes = [...gazetteer().communes.values()].filter((commune) => commune.departement === departement).slice(0, most);
  return communes.map((commune, at): Initiative => {
    const placeOf = ({ code, region, longitude, latitude }: typeof commune, role: Place['role']): Place => ({ commune: code, departement, region, longitude, latitude, precision: 'commune', role });
    return { slug: `i-${commune.code}`, name: commune.name, kind: 'caisse', status: 'active', provenance: 'synthetic', places: [placeOf(commune, 'seat'), placeOf(communes[(at + 1) % communes.length] ?? commune, 'area')], territory: commune.name, leadType: 'association', sources: [] };
  });
}

describe('marks of the map', () => {
  const frame = mapFrame('departement', '69');
  const box = frame?.box ?? { x: 0, y: 0, width: 0, height: 0 };

  it('are apart while they are few, and where they are when discs count them', () => {
    const few = mapPoints(initiativesOf('69', 100));
    expect(few).toHaveLength(100);
    expect(few.some(({ dx, dy }) => dx !== 0 || dy !== 0)).toBe(true);
    const many = mapPoints([...initiativesOf('69', 300), ...initiativesOf('38', 300)]);
    expect(many.length).toBeGreaterThan(MOST_MARKS);
    expect(many.every(({ dx, dy }) => dx === 0 && dy === 0)).toBe(true);
    expect(new Set(many.map(({ departement }) => departement))).toEqual(new Set(['69', '38']));
  });

  it('are those of the frame, unless discs count them: then their territories are whole', () => {
    const some = mapPoints([...initiativesOf('69', 100), ...initiativesOf('29', 100)], { box });
    expect(some).toHaveLength(100);
    expect(some.every((point) => inBox(point, box))).toBe(true);
    const many = [...initiativesOf('69', 300), ...initiativesOf('38', 600), ...initiativesOf('01', 600), ...initiativesOf('42', 600)];
    expect(mapPoints(many, { box }).length).toBe(many.length);
  });

  it('show the places that are covered when they are asked for, tied to the seat', () => {
    const points = mapPoints(initiativesOf('69', 40), { places: 'tous' });
    expect(points).toHaveLength(80);
    expect(points.filter(({ seat }) => seat)).toHaveLength(40);
  });
});

describe('names of the map', () => {
  it('have every région of the mainland, every prefecture once, and at most three more communes for each', () => {
    const names = mapNames();
    const rank = (wanted: string) => names.filter(([, , , found]) => found === wanted).map(([name]) => name);
    expect(rank('region')).toHaveLength(13);
    expect(rank('prefecture')).toHaveLength(101);
    expect(rank('prefecture')).toEqual(expect.arrayContaining(['Alençon', 'Privas', 'Ajaccio', 'Mamoudzou', 'Saint-Denis']));
    expect(rank('town')).toEqual(expect.arrayContaining(['Brest', 'Reims', 'Le Havre', 'Villeurbanne']));
    expect(rank('town').length).toBeLessThanOrEqual(303);
    for (const [name, x, y] of names) expect(x > 0 && x < 8000 && y > 0 && y < 9000, name).toBe(true);
  });
});
