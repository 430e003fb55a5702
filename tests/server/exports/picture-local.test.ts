import { describe, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { initiativeMap, territoryMap } from '#lib/server/exports/local-maps.ts';
import { localShareSvg } from '#lib/server/exports/picture-local.ts';
import { toPng } from '#lib/server/figures/png.ts';
import { findCommune } from '#lib/server/geography/gazetteer.ts';
import { nationalPaths } from '#lib/server/geography/land.ts';
import { findTerritory } from '#lib/server/geography/territories.ts';

const at = (slug: string, ...communes: string[]): Initiative => ({
  slug,
  name: `Caisse ${slug}`,
  kind: 'caisse',
  status: 'active',
  provenance: 'documented',
  places: communes.flatMap((code) => findCommune(code) ?? []).map((commune, index) => ({ ...commune, commune: commune.code, communeName: commune.name, role: index === 0 ? ('seat' as const) : ('area' as const) })),
  territory: slug,
  leadType: 'association',
  sources: []
});
const ALL = [at('lyon', '69388'), at('grenoble', '38185'), at('brest', '29019'), at('deux', '69123', '29019'), at('cayenne', '97302'), at('nowhere')];
const TEXTS = { site: 'Site', overline: 'O', title: 'T & <titre>', lede: 'L', source: 'S' };
const draw = (map: Parameters<typeof localShareSvg>[1]) => localShareSvg(nationalPaths(), map, TEXTS);
/** Width and height that a PNG says of itself (bytes 16 to 24 of its header). */
const sizeOf = (png: Uint8Array): [number, number] => [new DataView(png.buffer, png.byteOffset).getUint32(16), new DataView(png.buffer, png.byteOffset).getUint32(20)];
const find = (slug: string): Initiative => ALL.find((row) => row.slug === slug) ?? at('none');

describe('the picture of a shared link to a place', () => {
  it('shows an initiative in its région, with the others that are there and none from elsewhere', () => {
    const map = initiativeMap(find('lyon'), ALL, 'Lyon 8e');
    expect(map.subjects.map(({ slug }) => slug)).toEqual(['lyon']);
    expect(map.others.map(({ slug }) => slug).sort()).toEqual(['deux', 'grenoble']);
    expect(map.outline).toBe(nationalPaths().regions.find(({ code }) => code === '84')?.d);
    const svg = draw(map);
    expect(svg).toContain('>Lyon 8e</text>');
    expect(svg).toContain('T &amp; &lt;titre&gt;');
    expect(svg).not.toMatch(/var\(--|NaN|undefined/);
    expect(sizeOf(toPng(svg, 1))).toEqual([1200, 630]);
  });

  it('shows all of France for an initiative of several régions, or of none', () => {
    for (const [slug, marks] of [['deux', 2], ['nowhere', 0]] as const) {
      const map = initiativeMap(find(slug), ALL, undefined);
      expect([map.box.width, map.outline, map.subjects.length]).toEqual([800, undefined, marks]);
      expect(sizeOf(toPng(draw(map), 1))).toEqual([1200, 630]);
    }
  });

  it.each([
    ['r-84', ['lyon', 'grenoble', 'deux']],
    ['69', ['lyon', 'deux']],
    ['29', ['brest']],
    ['973', ['cayenne']],
    ['200046977', ['lyon', 'deux']],
    ['2A', []]
  ])('shows %s and tells its initiatives from those around', (id, slugs) => {
    const territory = findTerritory(id);
    if (!territory) throw new Error(id);
    const map = territoryMap(territory, ALL);
    expect(map.subjects.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
    expect(map.others.some(({ slug }) => slugs.includes(slug))).toBe(false);
    const svg = draw(map);
    expect(svg).not.toMatch(/var\(--|NaN|undefined/);
    expect(sizeOf(toPng(svg, 1))).toEqual([1200, 630]);
  });

  it('of a département overseas has no land of another', () => {
    const territory = findTerritory('973');
    const svg = draw(territoryMap(territory ?? (() => { throw new Error('973'); })(), ALL));
    const outlines = nationalPaths().departements;
    expect(outlines.filter(({ d }) => svg.includes(d)).map(({ code }) => code)).toEqual(['973']);
  });
});
