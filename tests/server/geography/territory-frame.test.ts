import { describe, expect, it } from 'vitest';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { nationalPaths } from '#lib/server/geography/land.ts';
import { communesOf, findTerritory, territories } from '#lib/server/geography/territories.ts';
import { territoryFrame } from '#lib/server/geography/territory-frame.ts';

describe('what of the map shows a territory', () => {
  it('is known for each of the 18 régions, 101 départements and 1,255 EPCI', () => {
    const all = [...territories().values()];
    expect(all).toHaveLength(18 + 101 + 1255);
    expect(all.filter((territory) => territoryFrame(territory) === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('holds every commune of an EPCI as a dot, known or approximate, and not one more', () => {
    const { project } = nationalProjection();
    for (const territory of territories().values()) {
      if (territory.level !== 'epci') continue;
      const { box, dots } = territoryFrame(territory) ?? {};
      expect((dots?.known.length ?? 0) + (dots?.approximate.length ?? 0), territory.name).toBe(territory.communes);
      for (const { longitude, latitude } of communesOf(territory.code)) {
        const [x, y] = project(longitude, latitude) ?? [NaN, NaN];
        const inside = box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
        expect(inside, territory.name).toBe(true);
      }
    }
  });

  it('keeps to one frame overseas', () => {
    const reunion = findTerritory('249740101') ?? findTerritory('200000701');
    const mamoudzou = [...territories().values()].find(({ level, parents }) => level === 'epci' && parents.includes('976'));
    for (const territory of [reunion, mamoudzou]) {
      const frame = territory && territoryFrame(territory);
      expect(nationalProjection().insets.map(({ x, y, width, height }) => ({ x, y, width, height }))).toContainEqual(frame?.box);
    }
  });

  it('on the mainland leaves out the frames of the overseas départements, and still holds the whole territory', () => {
    const { insets } = nationalProjection();
    const top = Math.min(...insets.map(({ y }) => y));
    const shapes = nationalPaths();
    let mainland = 0;
    for (const { level, code, name } of territories().values()) {
      const { box } = territoryFrame({ level, code }) ?? {};
      if (!box || insets.some(({ x, y }) => x === box.x && y === box.y)) continue;
      mainland += 1;
      expect(box.y + box.height, name).toBeLessThan(top);
      const shape = level === 'epci' ? undefined : (level === 'region' ? shapes.regions : shapes.departements).find((row) => row.code === code)?.box;
      if (shape) expect(shape.x >= box.x && shape.y >= box.y && shape.x + shape.width <= box.x + box.width && shape.y + shape.height <= box.y + box.height, name).toBe(true);
    }
    expect(mainland).toBeGreaterThan(1300);
  });
});
