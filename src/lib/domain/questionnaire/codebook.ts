import type { Text } from '../language.ts';

/**
 * Who may see what a question holds.
 *
 * - `open`: aggregates without threshold; single values may be drawn without a name, rounded
 * - `confidential`: aggregates only, and never from fewer than three respondents
 * - `internal`: never published
 * - `identifying`: never published, used to match a response to the census
 */
export const PUBLICATION_LEVELS = ['open', 'confidential', 'internal', 'identifying'] as const;
export type PublicationLevel = (typeof PUBLICATION_LEVELS)[number];

/**
 * - `single`: one option; `multiple`: any number of options (and `none` ticked is an answer)
 * - `number`: one number in `unit`; `numbers`: one number per option ("numérique multiple")
 * - `grid`: one option of `scale` for each row in `options`
 */
export const QUESTION_TYPES = ['single', 'multiple', 'number', 'numbers', 'grid', 'date', 'text'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Units stand beside the number, with their period: yearly money is not cumulative money. */
export const UNITS = ['people', 'eur_per_year', 'eur_since_creation', 'percent', 'full_time_equivalents', 'none'] as const;
export type Unit = (typeof UNITS)[number];

export type Option = {
  /** Stable code, the same in every wave: `access`, `foundations_funds`. */
  code: string;
  label: Text;
  /** Other spellings met in files, beside the labels. */
  aliases?: string[];
  /** The option opens a free text ("Autre, précisez"). */
  other?: boolean;
  /** The option is an explicit "don't know": an answer, kept apart in bases. */
  dontKnow?: boolean;
  /** Upper level of a two-level list: funder types belong to `self`, `private` or `public`. */
  family?: string;
};

export type Crosswalk = {
  wave: string;
  /** Codes of the questions it continues in that wave. */
  questions: string[];
  relation: 'same' | 'reworded' | 'split' | 'merged';
  /** False marks a break in series: no change is computed across it. */
  comparable: boolean;
  note?: Text;
};

export type Question = {
  /** Stable code, the same in every wave: `objectives`, `annual_budget`. */
  code: string;
  /** Code of the question in the survey tool, when it has one (`OBJ`). */
  toolCode?: string;
  type: QuestionType;
  /** Wording as it was asked. */
  label: Text;
  /** Headings under which the question is met in files, beside its wording. */
  aliases?: string[];
  level: PublicationLevel;
  unit?: Unit;
  options?: Option[];
  /** Answers of each row of a `grid`. */
  scale?: Option[];
  min?: number;
  max?: number;
  integer?: boolean;
  /** `numbers` only: what the parts add up to when all are answered, with a tolerance. */
  sum?: { total: number; tolerance: number };
  /** Asked only of those who gave one of these options to another question. */
  askedIf?: { question: string; anyOf: string[] };
  required?: boolean;
  crosswalk?: Crosswalk[];
};

/** Which initiatives were asked, and the same in words. */
export type Frame = {
  /** Every initiative of the census of one of these kinds. */
  kinds: string[];
  /** Slugs asked besides them: what the census does not yet class so, but is known to belong. */
  also?: string[];
  statement: Text;
};

/** The questionnaire of one wave. */
export type Codebook = {
  wave: string;
  title: Text;
  /** Survey identifier in the tool (`814275`), used to recognise a file of another wave. */
  surveyId?: string;
  /** ISO 8601 dates of the fieldwork, both included. */
  openedOn: string;
  closedOn: string;
  frame: Frame;
  provenance: 'real' | 'synthetic';
  questions: Question[];
};
