import { expect, it } from 'vitest';
import { offeredAs, resolveTyped } from '#lib/domain/census/matching/resolve-typed.ts';

const initiatives = [
  { slug: 'grenoble-dalle', name: 'DALLE', kind: 'caisse' as const, communes: ['38185', '38421', 'Grenoble', 'Saint-Martin-d’Hères'] },
  { slug: 'lyon-epicerie', name: 'Épicerie commune', kind: 'autre' as const, communes: ['69123', 'Lyon'] },
  { slug: 'brest-epicerie', name: 'Épicerie commune', kind: 'autre' as const, communes: ['29019', 'Brest'] },
  { slug: 'nulle-part', name: 'Nulle part', kind: 'autre' as const, communes: [] }
];
const found = (text: string) => resolveTyped(text, initiatives).map(({ slug }) => slug);

it('knows an initiative by its slug, its name and what the list offers', () => {
  expect(found('grenoble-dalle')).toEqual(['grenoble-dalle']);
  expect(found('dalle')).toEqual(['grenoble-dalle']);
  for (const each of initiatives.filter(({ slug }) => slug !== 'nulle-part')) expect(found(offeredAs(each))).toEqual([each.slug]);
  expect(found(offeredAs(initiatives[3]!))).toEqual(['nulle-part']);
});

it('gives every bearer of a name, and nobody for a part of one', () => {
  expect(found('epicerie COMMUNE')).toEqual(['lyon-epicerie', 'brest-epicerie']);
  expect(found('epicerie commune brest')).toEqual(['brest-epicerie']);
  expect(found('epicerie')).toEqual([]);
  expect(found(' · ')).toEqual([]);
});

it('offers a commune by its name, never by its code', () => {
  expect(offeredAs(initiatives[0]!)).toBe('DALLE · Grenoble');
  expect(offeredAs(initiatives[3]!)).toBe('Nulle part');
});
