import type { LeadType } from '../census/initiative.ts';
import type { Text } from '../language.ts';
import type { NumberClass } from './definition.ts';

/** A value of a trait. */
export type TraitValue = { code: string; label: Text };

/** Those of whom a trait is not known: shown as a group, so that groups add up to everybody. */
export const UNKNOWN: TraitValue = { code: 'unknown', label: { fr: 'Non renseigné', en: 'Not known' } };

export const LEAD_TYPE_LABELS: Record<Exclude<LeadType, 'inconnu'>, Text> = {
  association: { fr: 'Association', en: 'Association' },
  collectif: { fr: 'Collectif citoyen', en: 'Citizens’ group' },
  collectivite: { fr: 'Collectivité', en: 'Local authority' },
  securite_sociale: { fr: 'Organisme de sécurité sociale', en: 'Social security body' },
  mutuelle: { fr: 'Mutuelle', en: 'Mutual society' },
  ess: { fr: 'Autre structure de l’économie sociale et solidaire', en: 'Other social-economy organisation' },
  recherche: { fr: 'Organisme de recherche', en: 'Research body' }
};

/** Two classes only: a finer cut of some thirty caisses would leave groups that name them. */
export const SIZE_CLASSES: NumberClass[] = [
  { code: 'up_to_50', label: { fr: '50 participants ou moins', en: '50 participants or fewer' }, max: 51 },
  { code: 'over_50', label: { fr: 'Plus de 50 participants', en: 'More than 50 participants' }, min: 51 }
];

/** Half-years, since most caisses started between July 2024 and June 2025. Months are `YYYY-MM`, both included. */
export const START_PERIODS: { code: string; label: Text; from: string; to: string }[] = [
  { code: 'before_mid_2024', label: { fr: 'Avant juillet 2024', en: 'Before July 2024' }, from: '0000-01', to: '2024-06' },
  { code: 'mid_2024_mid_2025', label: { fr: 'De juillet 2024 à juin 2025', en: 'July 2024 to June 2025' }, from: '2024-07', to: '2025-06' },
  { code: 'from_mid_2025', label: { fr: 'Depuis juillet 2025', en: 'Since July 2025' }, from: '2025-07', to: '9999-12' }
];

export const PROVENANCES: TraitValue[] = [
  { code: 'documented', label: { fr: 'Documentée', en: 'Documented' } },
  { code: 'synthetic', label: { fr: 'Synthétique', en: 'Synthetic' } }
];

/** Codes of the official geographic code, as text. */
export const REGIONS: Record<string, string> = {
  '01': 'Guadeloupe',
  '02': 'Martinique',
  '03': 'Guyane',
  '04': 'La Réunion',
  '06': 'Mayotte',
  '11': 'Île-de-France',
  '24': 'Centre-Val de Loire',
  '27': 'Bourgogne-Franche-Comté',
  '28': 'Normandie',
  '32': 'Hauts-de-France',
  '44': 'Grand Est',
  '52': 'Pays de la Loire',
  '53': 'Bretagne',
  '75': 'Nouvelle-Aquitaine',
  '76': 'Occitanie',
  '84': 'Auvergne-Rhône-Alpes',
  '93': 'Provence-Alpes-Côte d’Azur',
  '94': 'Corse'
};
