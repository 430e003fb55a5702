import type { Kind, LeadType } from '#lib/domain/census/initiative.ts';
import type { TerritoryType } from './communes.ts';

/**
 * How the invented initiatives are laid out: decisions of the demonstration, not facts. They follow what is published
 * (concentration in three régions, four caisses led by a local authority, a majority by associations).
 */

/** INSEE codes of régions: Auvergne-Rhône-Alpes 84, Nouvelle-Aquitaine 75, Occitanie 76; 01 to 06 are overseas. */
export const CAISSES_BY_REGION: Record<string, number> = {
  r84: 8, r75: 7, r76: 6, r53: 2, r52: 2, r93: 1, r44: 1, r32: 1, r11: 1, r28: 1, r27: 1, r01: 1, r04: 1, r06: 1
};
export const OTHERS_BY_REGION: Record<string, number> = {
  r84: 9, r75: 7, r76: 7, r53: 3, r52: 2, r93: 2, r44: 2, r32: 2, r11: 1, r28: 1, r24: 1, r94: 1, r02: 1, r03: 1
};

export const OTHERS_BY_KIND: Partial<Record<Kind, number>> = {
  groupe_local: 14, prix_differencies: 11, cheque_alimentaire: 8, autre: 7
};

/** The caisses that answer in 2025; the two that stay silent come after them. */
export const RESPONDENT_LEADS: Partial<Record<LeadType, number>> = {
  association: 19, collectivite: 4, collectif: 3, ess: 3, securite_sociale: 3
};
export const RESPONDENT_TERRITORIES: Record<TerritoryType, number> = { urban: 13, periurban: 8, rural: 11 };
export const SILENT: { lead: LeadType; territory: TerritoryType }[] = [
  { lead: 'association', territory: 'urban' },
  { lead: 'collectif', territory: 'rural' }
];

/** Caisses of the 2025 responses by size: the published classes, then the generator's own split of the rest. */
export const SMALLEST_CAISSES = 5;

export const OTHER_LEADS: Record<Exclude<Kind, 'caisse'>, LeadType[]> = {
  groupe_local: ['association', 'collectif', 'collectif'],
  prix_differencies: ['association', 'ess', 'collectif', 'association'],
  cheque_alimentaire: ['collectivite', 'collectivite', 'securite_sociale', 'association', 'mutuelle'],
  autre: ['association', 'ess', 'recherche', 'collectivite']
};
