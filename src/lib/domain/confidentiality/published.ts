import type { Text } from '../language.ts';
import type { BaseKind, Breakdown, Measure, Page } from '../indicators/definition.ts';
import type { Unit } from '../questionnaire/codebook.ts';
import type { PublishedComparison } from './published-comparison.ts';
import type { PublishedFunder } from './published-funders.ts';
import type { PublishedNumber } from './published-number.ts';

export type { PublishedNumber };

export type PublishedInterval = {
  method: 'hypergeometric' | 'wilson_fpc' | 'order_statistics' | 'student_fpc';
  level: 0.95;
  /** Whole caisses of the population for `hypergeometric`, shares 0–1 for `wilson_fpc`, else the variable's unit. */
  low: number;
  high: number;
};

/** One line of a figure within one group. Which members are present depends on `measure`. */
export type PublishedRow = {
  code: string;
  label: Text;
  /** Caisses in the line (numerator of every base but euros). */
  count: PublishedNumber;
  /** `mix`: mean over caisses of each one's share, 0–1. */
  meanOfShares?: PublishedNumber;
  /** `mix`: share of all euros, 0–1. */
  shareOfTotals?: PublishedNumber;
  /** `amounts_by_item`: integer euros (not cents: published amounts are rounded to the euro). */
  total?: PublishedNumber;
  median?: PublishedNumber;
  /** Share of the largest contributor in `total`, 0–1, when it may be told. */
  largestShare?: PublishedNumber;
  /** Bounds in whole caisses of the population, whatever the silent ones would say. */
  bounds?: { low: number; high: number };
  intervals?: PublishedInterval[];
};

/** A number summarised: `quantiles`. */
export type PublishedSummary = {
  n: PublishedNumber;
  median: PublishedNumber;
  q1: PublishedNumber;
  q3: PublishedNumber;
  /** Quantile type as R names it. */
  quantileType: 7;
  mean: PublishedNumber;
  min: PublishedNumber;
  max: PublishedNumber;
  intervals: PublishedInterval[];
  /** One rounded value per caisse, in no order that names it; empty unless the question is open and unbroken. */
  dots: number[];
};

/** A subset of the frame: everybody (`code` null), or one value of the breakdown. */
export type PublishedGroup = {
  code: string | null;
  label: Text;
  /** Frame, respondents to the wave, and those who answered the question, in this group. */
  population: PublishedNumber;
  respondents: PublishedNumber;
  answered: PublishedNumber;
  /** Respondents to whom the question was shown; absent when it is all of them. */
  asked?: PublishedNumber;
  /** Ticks of a multiple-choice question. */
  mentions?: PublishedNumber;
  rows: PublishedRow[];
  summary?: PublishedSummary;
  /** `mix`, open questions, unbroken only: the parts of each caisse, 0–1, rounded to 0.05, in the order of `rows`. */
  points?: number[][];
};

/** One publishable table: an indicator × a breakdown × a wave. */
export type PublishedTable = {
  /** `2025.objectives`, `2025.objectives.by.lead_type`. */
  id: string;
  indicator: string;
  wave: string;
  breakdown: Breakdown | null;
  measure: Measure;
  title: Text;
  verb: Text;
  /** `verb` for one caisse, when it is not the plain singular of its first word. */
  verbSingular?: Text;
  /** Wording of the question as it was asked. */
  question: Text;
  /** Page of the public site that shows the indicator; absent from editions published before it was kept. */
  page?: Page;
  /** Level under which the table was released: the strictest of its question, its weights and its breakdown. */
  level?: 'open' | 'confidential';
  unit: Unit;
  period?: Text;
  /** Several answers possible: shares of respondents add up to more than 100 %. */
  multiple: boolean;
  base: BaseKind;
  bases: BaseKind[];
  caveats: Text[];
  provenance: 'real' | 'synthetic';
  groups: PublishedGroup[];
  /** Post-stratified shares of everybody, to stand beside the unweighted ones; absent when nothing may be weighted. */
  weighted?: PublishedWeighting;
  /** Against earlier waves, the newest first; only on tables that are not crossed. */
  comparisons?: PublishedComparison[];
  /** Amounts by funder type, uncrossed: each type and each family, with dependency and co-funding. */
  funders?: PublishedFunder[];
  /** The numbers are those of an earlier edition: the answers that came or changed since cannot be told without telling whose they are. */
  asOf?: PublishedAsOf;
};

/** Why and since when a confidential table stands still. */
export type PublishedAsOf = {
  /** Edition that first gave these numbers; absent when every number is hidden. */
  version?: string;
  /** Caisses whose answers came, left or changed since. */
  waiting: number;
  reason: 'few' | 'apart' | 'unknown';
};

/** Shares of those who answered, weighted so that a margin of the frame is respected. */
export type PublishedWeighting = {
  margin: Breakdown;
  /** Kish: (Σw)² / Σw², in caisses. */
  effectiveSize: number;
  /** Weighted share (0–1) per row. */
  rows: { code: string; value: PublishedNumber }[];
  warnings: Text[];
};
