/**
 * Why a value is missing. A missing value always has a reason; `null` alone is never stored.
 *
 * - `not_asked`: the question was not shown (filter, or absent from that version of the form)
 * - `not_applicable`: the respondent said that the question does not apply ("sans objet")
 * - `dont_know`: "ne sait pas", an answer in its own right
 * - `no_answer`: shown and left blank, or refused (item non-response)
 * - `unreadable`: something is written that no rule can read; the cell stays available as text
 * - `suppressed`: withheld for confidentiality (never in the workshop, only in what is published)
 */
export const MISSING_REASONS = [
  'not_asked',
  'not_applicable',
  'dont_know',
  'no_answer',
  'unreadable',
  'suppressed'
] as const;

export type MissingReason = (typeof MISSING_REASONS)[number];
