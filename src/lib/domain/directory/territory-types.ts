import type { Text } from '../language.ts';
import { fold } from '../geography/fold.ts';

/** The seven levels of INSEE's density grid of communes, from the densest. Codes are ours: the published numbers changed order. */
export const TERRITORY_TYPES = [
  'grands_centres',
  'centres_intermediaires',
  'petites_villes',
  'ceintures_urbaines',
  'bourgs_ruraux',
  'rural_disperse',
  'rural_tres_disperse'
] as const;
export type TerritoryType = (typeof TERRITORY_TYPES)[number];

/** Their names, in French as INSEE writes them. */
export const TERRITORY_TYPE_LABELS: Record<TerritoryType, Text> = {
  grands_centres: { fr: 'Grands centres urbains', en: 'Large urban centres' },
  centres_intermediaires: { fr: 'Centres urbains intermédiaires', en: 'Intermediate urban centres' },
  petites_villes: { fr: 'Petites villes', en: 'Small towns' },
  ceintures_urbaines: { fr: 'Ceintures urbaines', en: 'Urban belts' },
  bourgs_ruraux: { fr: 'Bourgs ruraux', en: 'Rural market towns' },
  rural_disperse: { fr: 'Rural à habitat dispersé', en: 'Rural, scattered housing' },
  rural_tres_disperse: { fr: 'Rural à habitat très dispersé', en: 'Rural, very scattered housing' }
};

/** Singular or plural, accents or not: « Bourg rural » is « Bourgs ruraux ». */
const key = (text: string): string =>
  fold(text)
    .split(' ')
    .map((word) => word.replace(/aux$/, 'al').replace(/s$/, ''))
    .join(' ');

const BY_NAME = new Map(TERRITORY_TYPES.map((type) => [key(TERRITORY_TYPE_LABELS[type].fr), type]));

/** The level that a French name means, or undefined. */
export function territoryTypeNamed(text: string): TerritoryType | undefined {
  return BY_NAME.get(key(text));
}
