import type { Profile } from '../shape/profile.ts';
import type { Marks } from '../values/booleans.ts';
import type { Ask, Conventions, Grid, Layout, SourceItem, SourceQuestion, Structure } from '../types.ts';

/** A grid seen by a tool that wonders whether it wrote it. */
export type Look = {
  grid: Grid;
  /** Row (1-based) that may be the header, or the last header row. */
  at: number;
  /** Cells of a row (1-based); blank when outside. */
  row: (number: number) => string[];
  /** Rows of another sheet of the same workbook. */
  otherSheet: (name: string) => string[][] | undefined;
};

/** Why a file is believed to come from a tool, and where its headers are. */
export type Recognition = {
  why: string[];
  headerRows: number[];
  /** False when a heading of the rows above belongs to its own column only. */
  spread?: boolean;
};

/** A grid whose header and responses are known. */
export type Table = Look & {
  headerRows: number[];
  /** Header texts of each column, from top to bottom; index 0 is column 1. */
  headers: string[][];
  width: number;
  responseRows: number[];
  /** What a column (1-based) holds in the responses. */
  profile: (column: number) => Profile;
  cell: (row: number, column: number) => string;
  structure?: Structure;
};

/** A question as a tool's layout shows it, before its values are read. */
export type Group = {
  id: string;
  code?: string;
  label: string;
  layout: Layout;
  /** Left out: found from the values. */
  type?: SourceQuestion['type'];
  items: SourceItem[];
  separator?: string;
  otherColumns?: number[];
  commentColumns?: number[];
  summaryColumn?: number;
  marks?: Marks;
  otherInSummary?: boolean;
};

/** Everything a tool says about its columns. Columns that it does not mention are empty. */
export type Description = {
  metadata: Map<number, string>;
  groups: Group[];
  conventions?: Partial<Conventions>;
  /** Columns that repeat others, by reason. */
  left?: Map<number, 'summary'>;
  title?: string;
  surveyId?: string;
  structure?: Structure;
  asks?: Ask[];
};

/** One survey tool, one module. Adding a tool is one module and one row of `tools/all.ts`. */
export type Tool = {
  name: string;
  recognise: (look: Look) => Recognition | undefined;
  describe: (table: Table) => Description;
};
