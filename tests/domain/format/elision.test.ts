import { expect, it } from 'vitest';
import { withDe } from '#lib/domain/format/index.ts';

// As the communes and their inhabitants write them.
it.each([
  ['Angoulême', 'd’Angoulême'], ['Évry-Courcouronnes', 'd’Évry-Courcouronnes'], ['Œyregave', 'd’Œyregave'], ['Yvetot', 'd’Yvetot'],
  ['Hyères', 'd’Hyères'], ['Hénin-Beaumont', 'd’Hénin-Beaumont'], ['Haguenau', 'de Haguenau'], ['Hendaye', 'de Hendaye'], ['Houilles', 'de Houilles'],
  ['Brest (29)', 'de Brest (29)'], ['Yutz', 'de Yutz'], ['Le Mans', 'du Mans'], ['Les Lilas', 'des Lilas'], ['La Rochelle', 'de La Rochelle'],
  ['Lens', 'de Lens'], ['48,30 ; 6,95', 'de 48,30 ; 6,95']
])('%s after de: %s', (name, expected) => {
  expect(withDe(name)).toBe(expected);
});
