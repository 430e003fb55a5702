import type { Kind, LeadType, Status } from '../census/initiative.ts';
import type { Lang, Text } from '../language.ts';
import { NOT_STATED, type Facet } from './facets.ts';
import { TERRITORY_TYPE_LABELS } from './territory-types.ts';

/** Kinds, in the singular. */
export const KIND_LABELS: Record<Kind, Text> = {
  caisse: { fr: 'Caisse alimentaire', en: 'Caisse alimentaire (food fund)' },
  prix_differencies: { fr: 'Prix différenciés', en: 'Tiered prices' },
  cheque_alimentaire: { fr: 'Chèque alimentaire', en: 'Food voucher' },
  groupe_local: { fr: 'Groupe local', en: 'Local group' },
  autre: { fr: 'Autre initiative', en: 'Other initiative' }
};

export const STATUS_LABELS: Record<Status, Text> = {
  active: { fr: 'En activité', en: 'Active' },
  preparation: { fr: 'En préparation', en: 'In preparation' },
  reflexion: { fr: 'En réflexion', en: 'Under consideration' },
  terminee: { fr: 'Terminée', en: 'Ended' },
  inconnu: { fr: 'Statut inconnu', en: 'Status unknown' }
};

export const LEAD_LABELS: Record<LeadType, Text> = {
  association: { fr: 'Association', en: 'Non-profit association' },
  collectif: { fr: 'Collectif', en: 'Informal collective' },
  collectivite: { fr: 'Collectivité territoriale', en: 'Local authority' },
  securite_sociale: { fr: 'Organisme de sécurité sociale', en: 'Social security body' },
  mutuelle: { fr: 'Mutuelle', en: 'Mutual society' },
  ess: { fr: 'Autre structure de l’économie sociale', en: 'Other social economy organisation' },
  recherche: { fr: 'Recherche ou enseignement', en: 'Research or education' },
  inconnu: { fr: 'Non renseigné', en: 'Not stated' }
};

const SIZE_LABELS: Record<string, Text> = {
  under_20: { fr: 'Moins de 20', en: 'Fewer than 20' },
  '20_to_50': { fr: 'De 20 à 50', en: '20 to 50' },
  '51_to_300': { fr: 'De 51 à 300', en: '51 to 300' },
  over_300: { fr: 'Plus de 300', en: 'More than 300' }
};

const OTHER_LABELS: Partial<Record<Facet, Record<string, Text>>> = {
  kind: KIND_LABELS,
  status: STATUS_LABELS,
  lead_type: LEAD_LABELS,
  size: SIZE_LABELS,
  territory_type: TERRITORY_TYPE_LABELS,
  contribution: { known: { fr: 'Règle connue', en: 'Rule known' } },
  provenance: {
    documented: { fr: 'Documentée', en: 'Documented' },
    synthetic: { fr: 'Synthétique', en: 'Synthetic' }
  }
};

export const NOT_STATED_LABEL: Text = { fr: 'Non renseigné', en: 'Not stated' };

/** Names of the facets, as titles of the filters and of the columns of a file. */
export const FACET_LABELS: Record<Facet, Text> = {
  kind: { fr: 'Type', en: 'Kind' },
  status: { fr: 'Statut', en: 'Status' },
  region: { fr: 'Région', en: 'Region' },
  departement: { fr: 'Département', en: 'Département' },
  epci: { fr: 'Intercommunalité', en: 'Intercommunality' },
  lead_type: { fr: 'Porteur', en: 'Led by' },
  start_year: { fr: 'Début', en: 'Start' },
  size: { fr: 'Participants', en: 'Participants' },
  territory_type: { fr: 'Type de territoire', en: 'Territory type' },
  contribution: { fr: 'Cotisation', en: 'Contribution' },
  objective: { fr: 'Objectifs', en: 'Objectives' },
  provenance: { fr: 'Provenance', en: 'Provenance' }
};

/** The name of a value where the language alone gives it; territories and years have none here. */
export function valueLabel(facet: Facet, value: string, lang: Lang): string | undefined {
  return value === NOT_STATED ? NOT_STATED_LABEL[lang] : OTHER_LABELS[facet]?.[value]?.[lang];
}
