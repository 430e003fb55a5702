import { describe, expect, it } from 'vitest';
import { densityBreaks, densityClass } from '#lib/domain/directory/density.ts';
import { LENS_SCALES, ageStep, lensOf, sizeStep } from '#lib/domain/directory/map-view.ts';
import { writeQuery, writeSelection } from '#lib/domain/directory/parse-query.ts';
import { generateInitiatives, random } from './generate.ts';

describe('classes of a map of densities', () => {
  it('are quartiles of the rates above zero (R: quantile(x, c(.25, .5, .75), type = 7)), two digits, zeros and unknowns apart', () => {
    // R: quantile(c(0.111, 0.222, 0.333, 0.444, 0.555), c(.25, .5, .75)) gives 0.222 0.333 0.444
    const breaks = densityBreaks([0, 0.555, undefined, 0.111, 0, 0.333, 0.222, 0.444, 0]);
    expect(breaks).toEqual([0.22, 0.33, 0.44]);
    expect([undefined, 0, 0.0001, 0.22, 0.2201, 0.44, 9].map((rate) => densityClass(rate, breaks))).toEqual(['x', 0, 1, 1, 2, 3, 4]);
  });

  it('never has two equal ends, and rises with the rate, on 300 random maps', () => {
    const next = random(3);
    for (let round = 0; round < 300; round++) {
      const rates = Array.from({ length: Math.floor(next() * 30) }, () => (next() < 0.3 ? 0 : Math.round(next() * 4) / 10));
      const breaks = densityBreaks(rates);
      expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
      const classes = rates.sort((a, b) => a - b).map((rate) => Number(densityClass(rate, breaks)));
      expect(classes).toEqual([...classes].sort((a, b) => a - b));
      expect(Math.max(0, ...classes)).toBeLessThanOrEqual(breaks.length + 1);
      for (const [at, rate] of rates.entries()) expect(classes[at] === 0).toBe(rate === 0);
    }
  });

  it('has one class when all rates are the same, none when all are zero', () => {
    expect(densityBreaks([0, 0])).toEqual([]);
    expect(densityBreaks([0.5, 0.5, 0.5])).toEqual([0.5]);
  });
});

describe('sizes of marks', () => {
  it('follow the classes of participants and calendar years; unknown is apart', () => {
    expect([undefined, 0, 19, 20, 50, 51, 300, 301].map(sizeStep)).toEqual(['x', 0, 0, 1, 1, 2, 2, 3]);
    expect([undefined, '2026', '2026-12-31', '2025', '2024-01', '2023', '2022', '2021', '2020', '1998', '2030'].map((start) => ageStep(start, 2026))).toEqual(
      ['x', 0, 0, 0, 1, 1, 2, 2, 3, 3, 0]
    );
  });

  it('grow with the step, and only the lenses have them', () => {
    const { 0: a, 1: b, 2: c, 3: d, x } = LENS_SCALES;
    expect([x, a, b, c, d]).toEqual([x, a, b, c, d].sort((one, other) => one - other));
    expect(lensOf('initiatives', 2026)).toBeUndefined();
    expect(lensOf('densite', 2026)).toBeUndefined();
    const some = generateInitiatives(200, 5);
    const unknown = some.filter((row) => lensOf('anciennete', 2026)?.(row) === 'x');
    expect(unknown).toEqual(some.filter((row) => !row.startedOn));
  });

  it('are how the view is drawn, not what a file holds', () => {
    const query = { filters: { region: ['53'] }, view: 'densite', places: 'tous', page: 3 } as const;
    expect(writeQuery(query).toString()).toBe('region=53&vue=densite&lieux=tous&page=3');
    expect(writeSelection(query).toString()).toBe('region=53');
  });
});
