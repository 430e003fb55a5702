import { expect, it } from 'vitest';
import { searchKnown, type KnownInitiative } from '#lib/domain/census/matching.ts';

const known = (slug: string, name: string, ...communes: string[]): KnownInitiative => ({ slug, name, kind: 'caisse', communes });
const CENSUS = [
  known('cadillac', 'Caisse commune de l’alimentation de Cadillac', '33081', 'Cadillac-sur-Garonne'),
  known('lyon-8', 'Caisse alimentaire du 8ème', '69123', 'Lyon'),
  known('saint-etienne', 'Sécurité sociale de l’alimentation de Saint-Étienne', '42218', 'Saint-Étienne'),
  known('alimentaire-lyon', 'Alimentaire et solidaire', '69123', 'Lyon')
];
const slugs = (text: string, limit = 10): string[] => searchKnown(text, CENSUS, limit).map(({ slug }) => slug);

it('finds by any words of the name and of the commune, as people type them', () => {
  expect(slugs('st etienne')).toEqual(['saint-etienne']);
  expect(slugs('LYON 8e')).toEqual(['lyon-8']);
  expect(slugs('33081')).toEqual(['cadillac']);
  expect(slugs('lyon cadillac')).toEqual([]);
});

it('sets those whose name begins so first, and stops at the limit', () => {
  expect(slugs('alimentaire')).toEqual(['alimentaire-lyon', 'lyon-8']);
  expect(slugs('alimentaire', 1)).toEqual(['alimentaire-lyon']);
});

it('finds nothing for nothing', () => {
  for (const text of ['', '  ', '—', '%']) expect(slugs(text)).toEqual([]);
});
