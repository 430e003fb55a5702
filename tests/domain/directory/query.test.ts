import { describe, expect, it } from 'vitest';
import { FACETS, type Facet } from '#lib/domain/directory/facets.ts';
import { parseQuery, toggle, writeQuery, type Vocabulary } from '#lib/domain/directory/parse-query.ts';
import { FACET_PARAMETERS, type DirectoryQuery } from '#lib/domain/directory/query.ts';
import { SORTS } from '#lib/domain/directory/sort.ts';
import { pick, random } from './generate.ts';

const VALUES: Partial<Record<Facet, string[]>> = {
  kind: ['caisse', 'groupe_local'],
  status: ['active', 'preparation'],
  region: ['53', '84'],
  departement: ['29', '2A', '971'],
  start_year: ['2024', '2025'],
  provenance: ['documented', 'synthetic']
};
const vocabulary = Object.fromEntries(FACETS.map((facet) => [facet, new Set(VALUES[facet] ?? [])])) as unknown as Vocabulary;
const parse = (text: string) => parseQuery(new URLSearchParams(text), vocabulary);

describe('the address of the directory', () => {
  it('says every choice, and nothing at its default', () => {
    expect(parse('')).toEqual({ query: { filters: {}, page: 1 }, unknown: [] });
    expect(writeQuery({ filters: {}, page: 1, sort: 'nom' }).toString()).toBe('');
    expect(writeQuery({ filters: {}, page: 1, q: 'flers', sort: 'pertinence' }).toString()).toBe('q=flers');
    expect(writeQuery({ filters: { region: ['53', '84'] }, page: 2 }).toString()).toBe('region=53&region=84&page=2');
  });

  it('reads several values of a facet, once each, and leaves out empty fields of a form', () => {
    expect(parse('region=53&region=84&region=53&q=&rayon=&type=').query).toEqual({ filters: { region: ['53', '84'] }, page: 1 });
  });

  it('names what it does not know and applies the rest', () => {
    const { query, unknown } = parse('region=99&region=53&couleur=rouge&tri=hasard&page=0&rayon=7&pres=Lyon');
    expect(query).toEqual({ filters: { region: ['53'] }, near: 'Lyon', page: 1 });
    expect(unknown).toEqual([
      { name: 'region', value: '99' },
      { name: 'couleur', value: 'rouge' },
      { name: 'rayon', value: '7' },
      { name: 'tri', value: 'hasard' },
      { name: 'page', value: '0' }
    ]);
  });

  it('takes "not stated" as a value of any facet', () => {
    for (const facet of FACETS) expect(parse(`${FACET_PARAMETERS[facet]}=x`)).toEqual({ query: { filters: { [facet]: ['x'] }, page: 1 }, unknown: [] });
  });

  it('a distance without a place means nothing', () => {
    expect(parse('rayon=50').query.within).toBeUndefined();
    expect(parse('autour=48.29,6.95&rayon=50').query).toEqual({ filters: {}, point: { latitude: 48.29, longitude: 6.95 }, within: 50, page: 1 });
  });

  it('a point has one address, rounded to a hundredth of a degree, however it was written', () => {
    for (const text of ['autour=48.2876,6.9489', 'pres=48.2876, 6.9489', 'pres=48,2876 6,9489', 'pres=48.2876 ; 6.9489']) {
      const { query, unknown } = parse(text);
      expect(unknown, text).toEqual([]);
      expect(writeQuery(query).toString(), text).toBe('autour=48.29%2C6.95');
    }
    expect(parse('pres=75 013').query.near).toBe('75 013');
    expect(writeQuery(parse('autour=-0.001,-61.004').query).toString()).toBe('autour=0%2C-61');
  });

  it('a point that is nowhere is said, and so is one beside a commune', () => {
    for (const value of ['91,2', '48.29', '48.29,181', 'ici', '48.29,6.95,1', 'NaN,2', '1e1,2']) {
      expect(parse(`autour=${value}`), value).toEqual({ query: { filters: {}, page: 1 }, unknown: [{ name: 'autour', value }] });
    }
    expect(parse('pres=91,2').unknown).toEqual([{ name: 'pres', value: '91,2' }]);
    expect(parse('pres=Lyon&autour=48.29,6.95')).toEqual({ query: { filters: {}, near: 'Lyon', page: 1 }, unknown: [{ name: 'autour', value: '48.29,6.95' }] });
  });

  it('writing then reading gives the same query, 500 times', () => {
    const next = random(7);
    for (let round = 0; round < 500; round++) {
      const query: DirectoryQuery = { filters: {}, page: 1 + Math.floor(next() * 3) };
      for (const facet of FACETS) {
        const values = VALUES[facet];
        if (values && next() < 0.4) query.filters = { ...query.filters, [facet]: [pick(next, values)] };
      }
      if (next() < 0.5) query.q = pick(next, ['flers', 'à & b = c', '61', 'été +']);
      if (next() < 0.5) query.near = pick(next, ['Lyon', '88413']);
      if (!query.near && next() < 0.5) query.point = { latitude: Math.round(next() * 18000 - 9000) / 100, longitude: Math.round(next() * 36000 - 18000) / 100 };
      if ((query.near || query.point) && next() < 0.5) query.within = 50;
      if (next() < 0.5) query.sort = pick(next, SORTS);
      const once = parseQuery(writeQuery(query), vocabulary);
      expect(once.unknown).toEqual([]);
      expect(writeQuery(once.query).toString()).toBe(writeQuery(query).toString());
    }
  });

  it('a choice is added, then taken back, and the list starts again at its first page', () => {
    const start: DirectoryQuery = { filters: { region: ['53'] }, page: 3 };
    const added = toggle(start, 'region', '84');
    expect(added).toEqual({ filters: { region: ['53', '84'] }, page: 1 });
    expect(toggle(toggle(added, 'region', '84'), 'region', '53')).toEqual({ filters: {}, page: 1 });
  });
});
