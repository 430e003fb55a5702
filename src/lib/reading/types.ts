import type { MissingReason } from '../domain/missing.ts';
import type { Codebook, Question } from '../domain/questionnaire/codebook.ts';
import type { Answer } from '../domain/waves/response.ts';
import type { Finding } from '../domain/waves/finding.ts';
import type { Rows } from './rows.ts';
import type { Marks } from './values/booleans.ts';

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
  /** Every cell as text; ragged rows are allowed. */
  rows: Rows;
  /** Merged cells, 1-based, both ends included. */
  merges?: MergedCells[];
  /** Columns that the spreadsheet hides (1-based). */
  hiddenColumns?: number[];
  /** Rows standing alone far below the table: kept with their row number, never read as responses. */
  stray?: { row: number; cells: Cell[] }[];
  /** Things noticed while opening the file that an editor must settle. */
  notices?: Ask[];
};

/** A range of merged cells. */
export type MergedCells = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

/** Why a row is not a response. */
export type IgnoredRow = { row: number; reason: IgnoredRowReason };

/** `stray`: far below the table, after a long empty stretch. */
export type IgnoredRowReason =
  | 'title'
  | 'header'
  | 'blank'
  | 'total'
  | 'note'
  | 'stray'
  | 'partial'
  | 'duplicate'
  | 'test'
  | 'not_in_frame'
  | 'excluded';

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
  /** Code of that option, row or item in the tool, when the header gives one (`SQ001`). */
  itemCode?: string;
  /** `id` of the source question that the column belongs to. */
  question?: string;
};

/**
 * How the columns of a question hold its answer.
 *
 * - `column`: one column, one answer; `joined`: one column, several answers separated
 * - `indicators`: one column per option, ticked or not; `labels`: one column per option that holds its label when chosen
 * - `positional`: the first column holds the first answer, whatever it is
 * - `rows`: one column per row of a grid or per item of a multiple number
 */
export type Layout = 'column' | 'joined' | 'indicators' | 'labels' | 'positional' | 'rows';

/** One value column of a source question. */
export type SourceItem = { column: number; code?: string; label: string };

/** A row of a grid or an item of a multiple number, with what its column holds. */
export type SourceRow = SourceItem & {
  options: { label: string; count: number }[];
  answered: number;
  blank: number;
  numbers?: NumberSummary;
};

/** Numbers as written (a percentage counts as 37, not 0.37). */
export type NumberSummary = { n: number; sum: number; min: number; median: number; max: number; percent: boolean };

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
  layout: Layout;
  items: SourceItem[];
  /** `joined` only: what stands between two answers. */
  separator?: string;
  otherColumns?: number[];
  commentColumns?: number[];
  /** What stands for ticked and not ticked, when it is not the usual words. */
  marks?: Marks;
  /** The text typed beside the options is only in the column that sums them up. */
  otherInSummary?: boolean;
  /** A column that repeats what the others say (Kobo's list of codes): checked, never counted. */
  summaryColumn?: number;
  /** Responses without an answer, "not asked" left out. */
  blank: number;
  /** `multiple` only: answered, nothing ticked (when the file can tell). */
  none?: number;
  /** Responses per word for a missing value, by reason. */
  missing?: Partial<Record<MissingReason, number>>;
  rows?: SourceRow[];
  numbers?: NumberSummary;
  dates?: { n: number; first: string; last: string };
  /** Structures only: heading of the free-text column that the option "other" adds (`fcol[other]`, `fav_color_other`). */
  otherHeader?: string;
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
  cells: { nonEmpty: number; imported: number; ignored: number; reasons: { reason: string; cells: number }[] };
  /** `structure`: the file describes a questionnaire and holds no response. */
  kind: 'responses' | 'structure';
  /** Title of the form, when the file has one. */
  title?: string;
  /** Identifier of the survey in the tool, from the file's name or content. */
  surveyId?: string;
  conventions: Conventions;
  structure?: Structure;
};

/** What the tool writes for itself. */
export type Conventions = {
  /** `dot`: numbers come from a program; `unknown`: typed by people, French first. */
  decimal: 'dot' | 'unknown';
  /** Words (folded) that mean "not shown to this respondent". */
  notAsked: string[];
  /** Blank in all the columns of a split question says that it was not answered. */
  blankIndicators: 'not_asked' | 'no_answer';
};

/** A questionnaire as its tool describes it (`.lss`, XLSForm, Sphinx information sheet). */
export type Structure = {
  format: 'lss' | 'xlsform' | 'sphinx';
  tool: string;
  title?: string;
  surveyId?: string;
  languages: string[];
  /** Partial codebook: codes are the tool's, levels are `internal` until an editor says otherwise. */
  questions: StructureQuestion[];
};

/** `toolType`: the tool's own word for the type (`L`, `select_one colors or_other`, `FM`). */
export type StructureQuestion = Question & { toolType: string; other?: boolean };

/** Options of `readFile`. */
export type ReadOptions = {
  decisions?: Decisions;
  structure?: Structure;
  /** Told from time to time which share of the file is read (0 to 1). Throwing from it stops the reading. */
  progress?: (share: number) => void;
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
  /** The source is one item of the question (`Part privée` → `funding_mix`, option `private`). In decisions: `funding_mix#private`. */
  option?: string;
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
  /** One answer of response number `at` (from 0), without putting the others together. */
  answerOf?: (at: number, question: string) => Answer | undefined;
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

/** `otherCodebooks`: those of the other waves, to notice a file that looks like one of them. */
export type ApplyOptions = { otherCodebooks?: Codebook[] };

/** Signature of `apply-codebook.ts`. */
export type ApplyCodebook = (
  reading: Reading,
  codebook: Codebook,
  decisions: Decisions,
  options?: ApplyOptions
) => Interpretation;
