import type { TerritoryType } from '../directory/territory-types.ts';

/** What an initiative is. `caisse` is the population of the questionnaire waves. */
export const KINDS = ['caisse', 'prix_differencies', 'cheque_alimentaire', 'groupe_local', 'autre'] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = ['active', 'preparation', 'reflexion', 'terminee', 'inconnu'] as const;
export type Status = (typeof STATUSES)[number];

export const LEAD_TYPES = [
  'association',
  'collectif',
  'collectivite',
  'securite_sociale',
  'mutuelle',
  'ess',
  'recherche',
  'inconnu'
] as const;
export type LeadType = (typeof LEAD_TYPES)[number];

/** How precisely an initiative is placed. */
export const PRECISIONS = ['exact', 'commune', 'code_postal', 'epci', 'departement', 'region'] as const;
export type Precision = (typeof PRECISIONS)[number];

export type Place = {
  /** INSEE code of a current commune (old codes are mapped when read), or undefined when only a département is known. */
  commune?: string;
  communeName?: string;
  /** INSEE codes, always text. */
  departement: string;
  region: string;
  epci?: string;
  /** Degrees, WGS 84. */
  longitude: number;
  latitude: number;
  precision: Precision;
  /** The first place is the seat, the others its area of action. */
  role: 'seat' | 'area';
};

export type Contribution = string;

/**
 * One of the initiatives of the census, as the public sees it.
 * Undefined means that the census does not know; it is shown as `x`, never as blank.
 */
export type Initiative = {
  /** Stable identifier and address: `lyon-calim8`. */
  slug: string;
  name: string;
  kind: Kind;
  status: Status;
  /** `documented` has public sources; `synthetic` is invented and says so wherever it is shown. */
  provenance: 'documented' | 'synthetic';
  places: Place[];
  /** Words for where it is: "Lyon 8e". */
  territory: string;
  /** ISO 8601, as precise as known: `2024`, `2024-09`, `2024-09-21`. */
  startedOn?: string;
  endedOn?: string;
  leadName?: string;
  leadType: LeadType;
  participants?: { count: number; unit: 'personnes' | 'foyers'; asOf?: string };
  contribution?: string;
  allocation?: string;
  fundingFacts?: string;
  /** Organisations it works with, in words. */
  partners?: string;
  /** Its own pages, as a domain and a path: `leclacdecadenet.ouvaton.org`. */
  links?: string[];
  /**
   * Codes of the objectives that it agreed to have published under its name, in the order of the questionnaire: what is not among them is read as not
   * pursued. Never empty. Absent when no agreement is known, which is the rule: answers are confidential.
   */
  objectives?: string[];
  /** Editors' confidence in the row: `H`, `M`, `L`, with words. */
  confidence?: string;
  sources: string[];
  /** ISO 8601 date of the last check by an editor. */
  verifiedOn?: string;
  /** Slugs of the initiatives merged into this one, in alphabetical order: their addresses lead here. Set when an edition is frozen. */
  formerSlugs?: string[];
  /**
   * Levels of INSEE's density grid where it is, densest first; empty when the grid does not know its communes. Set when an edition is
   * frozen; absent when no grid was loaded.
   */
  territoryTypes?: TerritoryType[];
};
