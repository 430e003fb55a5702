import type { Question, PublicationLevel } from '../questionnaire/codebook.ts';
import type { Text } from '../language.ts';
import type { Breakdown, Indicator } from './definition.ts';
import type { Weighting } from './weighting.ts';

/** Only `computeTable` makes one, and only `releaseTable` turns one into what may be published. */
declare const unprotected: unique symbol;

/** One line: who contributes to it, by slug, with what (1 for a count, else the amount or the share). */
export type ComputedRow = {
  code: string;
  label: Text;
  /** Caisses in the line: those who gave the answer, whose amount is above zero, whose part is above zero. */
  contributors: string[];
  /** `amounts_by_item`: amounts given, zeros included, in the question's unit. `mix`: shares 0–1 of those in the base. */
  values?: ReadonlyMap<string, number>;
};

export type ComputedGroup = {
  code: string | null;
  label: Text;
  /** Slugs of the frame in the group; undefined when the trait is not known for the whole frame. */
  population: string[] | undefined;
  respondents: string[];
  /** Respondents to whom the question was shown and applies. */
  asked: string[];
  answered: string[];
  /** Ticks of a multiple-choice question. */
  mentions?: number;
  rows: ComputedRow[];
  /** `quantiles`: slug → number. */
  values?: ReadonlyMap<string, number>;
  /** `mix`: slug → the euros its shares are of, of those who gave them. */
  wholes?: ReadonlyMap<string, number>;
};

/** A table with exact values and names. It never leaves the workshop: public types cannot hold it. */
export type ComputedTable = {
  readonly [unprotected]: true;
  id: string;
  wave: string;
  indicator: Indicator;
  breakdown: Breakdown | null;
  question: Question;
  /** The strictest level among the question, the question of the weights and the question of the breakdown. */
  level: PublicationLevel;
  /** Several answers possible. */
  multiple: boolean;
  /** Shown only to those who gave some answer to another question. */
  filtered: boolean;
  /** Level of the question whose answer decides who is asked; absent when everybody is. */
  filterLevel?: PublicationLevel;
  provenance: 'real' | 'synthetic';
  /** Uncrossed tables of counts: the margin of the frame to weight to, when there is a sound one. */
  weighting?: Weighting;
  /** Everybody first, then each value of the breakdown that has somebody. */
  groups: ComputedGroup[];
};

/** Puts the mark on; for `computeTable` alone. */
export function markUnprotected(table: Omit<ComputedTable, typeof unprotected>): ComputedTable {
  return table as ComputedTable;
}
