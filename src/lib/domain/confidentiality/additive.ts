/** A number that could be published, with what a reader could know of it. */
export type Cell = {
  id: string;
  value: number;
  /** Unsafe by itself. */
  primary: boolean;
  /** Shown whatever happens (it is shown elsewhere too): never hidden to protect another. */
  frozen?: boolean;
  /** Largest value a reader knows to be possible; none by default. */
  cap?: number;
  /** Counts: values that must stay possible for a reader, one at most `low` and one at least `high`. */
  room?: { low: number; high: number };
};

/** `total` is the sum of `parts`; all are cell ids. */
export type Equation = { total: string; parts: string[] };

/** Cells bound by sums. */
export type AdditiveTable = { cells: Cell[]; equations: Equation[] };

/** What hides cells so that no primary one can be found again: returns every hidden id, primary ones included. */
export type Suppressor = (table: AdditiveTable) => Set<string>;
