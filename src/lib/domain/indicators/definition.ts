import type { Text } from '../language.ts';
import type { Unit } from '../questionnaire/codebook.ts';

/**
 * The denominator of a percentage, always named.
 *
 * - `answered`: those who answered the question
 * - `respondents`: those who returned the questionnaire
 * - `population`: all those who were asked (the frame)
 * - `mentions`: the ticks of a multiple-choice question
 */
export const BASE_KINDS = ['answered', 'respondents', 'population', 'mentions'] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

/**
 * What is computed from the question.
 *
 * - `distribution`: count per option of a single or multiple question
 * - `classes`: count per class of a number (`classes` gives the bounds)
 * - `quantiles`: median, quartiles, mean of a number, with its dots when the question is open
 * - `mix`: parts of a whole, by mean of shares and by share of totals
 * - `amounts_by_item`: caisses and euros per option of a `numbers` question
 */
export const MEASURES = ['distribution', 'classes', 'quantiles', 'mix', 'amounts_by_item'] as const;
export type Measure = (typeof MEASURES)[number];

/** What a figure can be crossed with. Classes of small groups are wide on purpose. */
export const BREAKDOWNS = ['lead_type', 'size_class', 'territory_type', 'start_period', 'region', 'provenance'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** A class of a number: `min` included, `max` excluded; either may be open. */
export type NumberClass = { code: string; label: Text; min?: number; max?: number };

/** Pages of figures of the public site. */
export const PAGES = ['objectifs', 'fonctionnement', 'financements'] as const;
export type Page = (typeof PAGES)[number];

/** One publishable figure, as data: `data/indicators/*.json`. */
export type Indicator = {
  id: string;
  /** Question of the codebook. */
  question: string;
  measure: Measure;
  unit: Unit;
  /** "par an", "depuis leur création": the period belongs to the variable. */
  period?: Text;
  base: BaseKind;
  /** Bases among which a reader may switch. */
  bases: BaseKind[];
  breakdowns: Breakdown[];
  classes?: NumberClass[];
  /** `mix` only: the question that gives the euros for the share of totals. */
  weightBy?: string;
  /** Headline template and titles are generated; these are the noun phrases they are made of. */
  title: Text;
  /** "déclarent poursuivre l'objectif": verb phrase of the « Lecture » sentence. */
  verb: Text;
  /** The same phrase for one caisse, when more than its first word must agree ("est portée par"). */
  verbSingular?: Text;
  caveats: Text[];
  page: Page;
  order: number;
  /** Taken out of the next editions by an editor, who can put it back. */
  retired?: true;
};
