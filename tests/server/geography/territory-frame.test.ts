import { describe, expect, it } from 'vitest';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
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
});
