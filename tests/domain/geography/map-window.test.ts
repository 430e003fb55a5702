import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LARGEST_ZOOM, readWindow, windowText } from '#lib/domain/directory/map-window.ts';
import { parseQuery, toggle, writeQuery, writeSelection, type Vocabulary } from '#lib/domain/directory/parse-query.ts';
import { readStreetView, streetViewOf, streetViewText } from '#lib/domain/directory/street-view.ts';
import { FACETS } from '#lib/domain/directory/facets.ts';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { pictureInverse, type PictureInverse } from '#lib/domain/geography/picture-inverse.ts';
import { windowBox } from '#lib/domain/geography/window-box.ts';
import { random } from '../directory/generate.ts';

type View = { x: number; y: number; width: number; height: number; k: number; moved: boolean };
const { placeAt, windowText: written, withWindow } = (await import(pathToFileURL('static/map-address.js').href)) as {
  placeAt: (inverse: PictureInverse, x: number, y: number) => { latitude: number; longitude: number };
  windowText: (inverse: PictureInverse, view: View) => string;
  withWindow: (address: string, text: string) => string;
};

const PICTURE = { x: 0, y: 0, width: 800, height: 900 };
const to = nationalProjection();
const inverse = pictureInverse(to);
const viewAt = (k: number, x: number, y: number): View => ({ k, x, y, width: 800 / k, height: 900 / k, moved: k > 1 });

describe('the script that writes where the map is', () => {
  // Positions of the town halls; the projection that draws them knows nothing of the script.
  it.each([
    ['Brest', 48.39, -4.486],
    ['Lille', 50.637, 3.063],
    ['Bastia', 42.7, 9.45],
    ['Pointe-à-Pitre', 16.241, -61.533],
    ['Fort-de-France', 14.606, -61.068],
    ['Maripasoula', 3.644, -54.032],
    ['Saint-Denis de La Réunion', -20.879, 55.448],
    ['Mamoudzou', -12.78, 45.228]
  ])('finds %s where the projection draws it', (_, latitude, longitude) => {
    const [x, y] = to.project(longitude, latitude) ?? [NaN, NaN];
    const found = placeAt(inverse, x, y);
    expect(found.latitude).toBeCloseTo(latitude, 6);
    expect(found.longitude).toBeCloseTo(longitude, 6);
  });

  it('writes what the server reads as the same part of the picture, wherever the reader stopped, sea and frames included', () => {
    const next = random(12);
    let [least, most] = [Infinity, 0];
    for (let round = 0; round < 20_000; round++) {
      const k = 1.01 + next() * (LARGEST_ZOOM - 1.01);
      const view = viewAt(k, next() * (800 - 800 / k), next() * (900 - 900 / k));
      const text = written(inverse, view);
      const window = readWindow(text);
      expect(window, text).toBeDefined();
      if (!window) continue;
      least = Math.min(least, k);
      most = Math.max(most, k);
      expect(windowText(window)).toBe(text);
      const box = windowBox(window, PICTURE);
      // Less than three pixels of a picture of 464.
      if (box) expect(Math.hypot(box.x + box.width / 2 - view.x - view.width / 2, box.y + box.height / 2 - view.y - view.height / 2) * k, text).toBeLessThan(4);
    }
    expect([least < 1.1, most > 11.9]).toEqual([true, true]);
  });

  it('changes only its own parameter, and nothing when nothing changed', () => {
    expect(withWindow('https://a.fr/initiatives?q=l%27eau&region=53', '')).toBe('/initiatives?q=l%27eau&region=53');
    expect(withWindow('https://a.fr/initiatives?region=53&carte=48%2C2%2C4', '48,2,4')).toBe('/initiatives?region=53&carte=48%2C2%2C4');
    expect(withWindow('https://a.fr/initiatives?region=53&carte=48%2C2%2C4#carte', '')).toBe('/initiatives?region=53#carte');
    expect(new URL(withWindow('https://a.fr/en/initiatives?q=a', '48.1,-1.6,4'), 'https://a.fr').searchParams.get('carte')).toBe('48.1,-1.6,4');
  });
});

describe('carte in the address of the directory', () => {
  const vocabulary = Object.fromEntries(FACETS.map((facet) => [facet, new Set(['53'])])) as unknown as Vocabulary;
  const parse = (text: string) => parseQuery(new URLSearchParams(text), vocabulary);

  it('is read, rounded, written back, and kept when a filter changes', () => {
    const { query, unknown } = parse('region=53&carte=48.11751,-1.67789,4.004');
    expect(unknown).toEqual([]);
    expect(query.window).toEqual({ latitude: 48.118, longitude: -1.678, zoom: 4 });
    expect(writeQuery(query).get('carte')).toBe('48.118,-1.678,4');
    expect(writeQuery(toggle(query, 'region', '53')).toString()).toBe('carte=48.118%2C-1.678%2C4');
    expect(writeSelection(query).toString()).toBe('region=53');
  });

  it.each(['48,2', '48,2,0.5', '48,2,13', '91,2,4', '40.7,-74,4', '35.68,139.7,2', 'Rennes', '48;2;4', '48,2,4,5', 'NaN,2,4', '48,2,1e9'])('"%s" is said', (text) => {
    const { query, unknown } = parse(new URLSearchParams({ carte: text }).toString());
    expect(unknown).toEqual([{ name: 'carte', value: text }]);
    expect(query.window).toBeUndefined();
  });

  it('the whole map is no window, and the addresses of the whole have none', () => {
    expect(parse('carte=46.5,3,1')).toMatchObject({ unknown: [], query: { page: 1 } });
    expect(parse('carte=46.5,3,1').query.window).toBeUndefined();
    expect(windowBox(undefined, PICTURE)).toBeUndefined();
  });

  it('never shows what is beyond the picture', () => {
    const box = windowBox({ latitude: 51, longitude: 2.4, zoom: 2 }, PICTURE);
    expect(box).toMatchObject({ y: 0, width: 400, height: 450 });
  });
});

describe('plan in the address of the street map', () => {
  it('is read and written back; what is no view is not', () => {
    expect(readStreetView('48.1171234,-1.6777999,12.345')).toEqual({ latitude: 48.11712, longitude: -1.6778, zoom: 12.35 });
    expect(streetViewText({ latitude: 48.11712, longitude: -1.6778, zoom: 12.35 })).toBe('48.11712,-1.6778,12.35');
    for (const text of ['', '48,2', '89,2,5', '48,2,1', '48,2,22', '48,181,5', 'a,b,c']) expect(readStreetView(text), text).toBeUndefined();
  });

  it('begins twice as large where the national map was twice as large', () => {
    const [once, twice] = [2, 4].map((zoom) => streetViewOf({ latitude: 48, longitude: 2, zoom }));
    expect((twice?.zoom ?? 0) - (once?.zoom ?? 0)).toBeCloseTo(1, 5);
    expect(once).toMatchObject({ latitude: 48, longitude: 2 });
  });
});
