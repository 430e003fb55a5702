import type { Candidate, Match } from '#lib/domain/census/matching.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import type { Response } from '#lib/domain/waves/response.ts';
import type { Decisions, Interpretation, Reading } from '#lib/reading/types.ts';
import type { Deposit } from '../queries/deposits.ts';
import type { Remembered } from '../queries/intake.ts';
import type { TakenOver } from './memory.ts';
import type { PackedMatches } from './packed-matches.ts';

/** A reading without its grid, and the first rows of it to look at. */
export type ReadingView = Omit<Reading, 'grid' | 'responseRows'> & { grid: Omit<Reading['grid'], 'rows'>; sample: string[][]; rows: number };

/**
 * A finding, with the name under which it is acknowledged and whether it was. `cell` is the text of its cell as it is read,
 * `original` the one of the file when it was corrected.
 */
export type FindingView = Finding & { key: string; acknowledged: boolean; cell?: string; original?: string };

/** A cell corrected in place; the file keeps what it said. */
export type Correction = { row: number; column: number; header: string; original: string; text: string };

/** A row and what becomes of it. Slugs have their initiative's name beside them. */
export type MatchView = Omit<Match, 'candidates'> & { candidates: (Candidate & { name: string })[]; identity: Interpretation['responses'][number]['identity']; initiativeName?: string };

/** Everything that is known of a deposit before it is committed: what is said here is what committing does. */
export type Preparation = {
  deposit: Deposit;
  /** What is applied: the decisions about this deposit, completed by those of earlier ones. */
  decisions: Decisions;
  /** Which of them come from earlier deposits. */
  taken: TakenOver[];
  codebook: Codebook;
  codebookVersion: number;
  /** Absent when the file is refused: the only finding then says why. */
  reading?: ReadingView;
  mapping: Interpretation['mapping'];
  matches: PackedMatches;
  /** Blocking ones first, then those to acknowledge, then information; in the order of rows within a level. */
  findings: FindingView[];
  /** Cells corrected in place, in the order of the file. */
  corrections: Correction[];
  /** rowsRead = responses + ignoredRows; nonEmptyCells = imported + ignored; rows left out by matching are in ignoredRows. */
  accounting: Interpretation['accounting'];
  counts: { blocking: number; unseen: number; acknowledged: number; information: number };
  /** No blocking finding, and each one to acknowledge was. */
  ready: boolean;
};

/** A preparation with what committing writes; it stays in the worker. */
export type Prepared = { preparation: Preparation; responses: Response[]; frame: string[]; identities: { initiative: string; identity: Interpretation['responses'][number]['identity'] }[]; learned: Remembered[] };

/** Findings listed at most: a file that is wrong everywhere says so with these. */
export const MOST_FINDINGS = 5000;
