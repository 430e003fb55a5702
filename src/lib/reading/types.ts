import type { Codebook } from '../domain/questionnaire/codebook.ts';
import type { Answer } from '../domain/waves/response.ts';
import type { Finding } from '../domain/waves/finding.ts';

/** A cell as it stands in the file. `text` is never trimmed nor converted. */
export type Cell = string;

/** A deposited file as a grid of texts, nothing interpreted. */
export type Grid = {
  file: string;
  container: 'text' | 'xlsx' | 'ods' | 'zip';
  encoding?: string;
  delimiter?: string;
  newline?: string;
  sheet?: string;
  sheets?: string[];
  /** `rows[0]` is row 1 of the sheet; ragged rows are allowed. */
  rows: Cell[][];
};

/** Why a row is not a response. */
export type IgnoredRow = { row: number; reason: 'title' | 'header' | 'blank' | 'total' | 'note' | 'partial' | 'duplicate' | 'test' | 'not_in_frame' | 'excluded' };

/** One column and what it is for. */
export type SourceColumn = {
  /** 1-based. */
  index: number;
  /** Header texts, from top to bottom. */
  headers: string[];
  role: 'metadata' | 'value' | 'option' | 'row' | 'item' | 'other' | 'comment' | 'summary' | 'empty';
  /** Meaning of a metadata column: `id`, `submitted_at`, `started_at`, `email`, `token`, `status`, … */
  metadata?: string;
  /** Label or code of the option, row or item that the column stands for. */
  item?: string;
};

/** A question as the file shows it, before any codebook. */
export type SourceQuestion = {
  /** Stable inside the file: the tool's code, else the header. */
  id: string;
  code?: string;
  label: string;
  type: 'single' | 'multiple' | 'number' | 'numbers' | 'grid' | 'date' | 'text';
  columns: number[];
  /** Declared (structure file) or seen, with counts. */
  options: { code?: string; label: string; count: number }[];
  answered: number;
  notAsked: number;
  otherTexts: string[];
};

/** Something that only an editor can decide. */
export type Ask = { code: string; where: { column?: number; header?: string; row?: number }; choices: string[]; details?: Record<string, string | number> };

/** What a file holds. Pure result: the same bytes and options give the same reading. */
export type Reading = {
  file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string;
  tool: { name: string; why: string[] };
  grid: Grid;
  /** Row numbers (1-based) of the header rows. */
  headerRows: number[];
  columns: SourceColumn[];
  /** Row numbers of the responses. */
  responseRows: number[];
  ignoredRows: IgnoredRow[];
  questions: SourceQuestion[];
  asks: Ask[];
  cells: { nonEmpty: number; imported: number; ignored: number };
};

/** What an editor decided; everything left out follows the proposal. Serialisable, so that a wave can be replayed from the command line. */
export type Decisions = {
  sheet?: string;
  headerRows?: number[];
  /** Source question id → codebook question code, or `ignore`. */
  questions?: Record<string, string>;
  /** Codebook question code → text seen → option code, `other` or a missing reason. */
  options?: Record<string, Record<string, string>>;
  /** Row → census slug, `not_in_frame` or `duplicate`. */
  matches?: Record<number, string>;
  /** Row → `include` or `exclude` (partial responses, test rows). */
  rows?: Record<number, 'include' | 'exclude'>;
  /** Answers to asks: `code@column` → choice. */
  asks?: Record<string, string>;
  /** Findings seen: `code@row:column`. */
  acknowledged?: string[];
  /** Corrections: `row:column` → new text, the original is kept in the file. */
  corrections?: Record<string, string>;
};

/** One proposal of the mapping, with its reason. */
export type MappedQuestion = {
  source: string;
  question: string | 'ignore' | undefined;
  columns: number[];
  /** 0 to 1. */
  confidence: number;
  reason: 'decision' | 'tool_code' | 'same_label' | 'alias' | 'similar_label' | 'none';
};

/** A reading understood through a codebook. */
export type Interpretation = {
  mapping: MappedQuestion[];
  responses: {
    row: number;
    submittedAt?: string;
    /** What can tell who answered, from metadata and identifying questions. */
    identity: { name?: string; email?: string; siret?: string; commune?: string; token?: string };
    answers: Record<string, Answer>;
  }[];
  findings: Finding[];
  /** rowsRead = responses + ignoredRows; nonEmptyCells = imported + ignored. */
  accounting: {
    rowsRead: number;
    responses: number;
    ignoredRows: IgnoredRow[];
    nonEmptyCells: number;
    importedCells: number;
    ignoredCells: { reason: string; cells: number }[];
  };
};

/** Signature of `apply-codebook.ts`. */
export type ApplyCodebook = (reading: Reading, codebook: Codebook, decisions: Decisions) => Interpretation;
