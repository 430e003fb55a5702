/**
 * Something found in a deposited file.
 *
 * - `blocking`: nothing is committed until it is settled
 * - `acknowledge`: an editor must say, one by one, that it was seen
 * - `information`: told, needs nothing
 */
export const FINDING_LEVELS = ['blocking', 'acknowledge', 'information'] as const;
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** Where it is, as a spreadsheet shows it: rows and columns are 1-based. */
export type Place = { file?: string; sheet?: string; row?: number; column?: number; header?: string };

/** One finding. Its rule and its way out are sentences of the catalogue `finding-texts.ts`, by `code`. */
export type Finding = {
  code: string;
  level: FindingLevel;
  where: Place;
  /** The value seen, as text, unchanged. */
  value?: string;
  /** Fill the placeholders of the rule's sentences. */
  details?: Record<string, string | number>;
};
