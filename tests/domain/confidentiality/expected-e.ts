import { readFileSync } from 'node:fs';

type Pair = [number, number];
type Intervals = Record<string, Pair>;
export type Suppression = {
  n_secondary: number;
  patterns_with_min_cells: string[][];
  n_patterns: number;
  cheapest_of_these_by_value: { cells: string[]; value: number; intervals: Intervals };
};
type MagnitudeCell = {
  n: number;
  total: number;
  freq: boolean;
  dominance_1_k: boolean;
  dominance_2_k: boolean;
  p_percent: boolean;
  upper_protection_level_p: number;
  upper_protection_level_1k: number;
};
type Named<T> = Record<string, T>;

/** Shape of `expected_E_suppression.json`. */
export type ExpectedE = {
  E1_handbook_example_3: { table_published: (number | null)[][]; suppressed: string[]; intervals: Intervals; published_reference: Intervals };
  E2_rules: {
    handbook_example_1: { X: number; x1: number; x2: number; dominance_1_90: boolean; p_percent_10: boolean; estimate_by_second: number; error_pct: number };
    handbook_example_2: { X: number; x1: number; x2: number; p_percent_10: boolean; 'dominance_2_90.909': boolean; overestimation_pct: number };
    weighted_example: { contributions: Pair[]; total: number; expanded_two_largest: Pair };
    insee_enterprise: { cases: { contrib: number[]; secret: boolean }[] };
  };
  E3_frequency_territoire_x_porteur: {
    table: number[][];
    primary_cells: string[];
    intervals_if_only_primary_suppressed: Intervals;
    secondary_so_that_no_primary_is_exactly_recoverable: Suppression;
    secondary_so_that_each_primary_could_be_at_least_3: Suppression;
  };
  E4_magnitude_territoire_x_financeur: {
    rows: string[];
    cols: string[];
    table: number[][];
    cells: Named<MagnitudeCell>;
    primary_insee_n3_dom85: string[];
    primary_n3_p10: string[];
    intervals_if_only_insee_primary_suppressed: Intervals;
    secondary_no_exact_recovery_insee: Suppression;
    secondary_with_protection_levels_insee: Suppression;
    projets_par_financeur: Named<number>;
    base: number;
    pct_of_11: Named<number>;
    pct_of_mentions: Named<number>;
  };
  E5_differencing: {
    values_never_published: number[];
    publication_1: { n: number; mean: number };
    publication_2_same_filter_minus_one: { n: number; mean: number };
    recovered_value: number;
  };
  E6_complement: { base: number; k: number; items: { yes: number; no: number; publish: boolean; group_disclosure: boolean }[] };
  E7_percent_vs_base: Named<number[]>;
  E8_rounding: {
    counts: number[];
    rounded_half_up_pct: number[];
    sum: number;
    largest_remainder_pct: number[];
    conventional_base5: { counts: number[]; rounded: number[] };
  };
};

const folder = new URL('../../fixtures/statistics/', import.meta.url);

export function expectedE(): ExpectedE {
  return JSON.parse(readFileSync(new URL('expected_E_suppression.json', folder), 'utf8')) as ExpectedE;
}

/** Cells of the funding table: "row,column" with the contribution of each caisse, totals included. */
export function fundingContributions(rows: string[], columns: string[]): Map<string, number[]> {
  const [head = '', ...lines] = readFileSync(new URL('e4_financements_11_caisses.csv', folder), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  const cells = new Map<string, number[]>();
  rows.forEach((row, i) =>
    columns.forEach((column, j) => {
      const contributions = lines
        .map((line) => line.split(','))
        .filter((line) => row === 'total' || line[names.indexOf('territoire')] === row)
        .map((line) => {
          const wanted = column === 'total' ? names.slice(2) : [column];
          return wanted.reduce((sum, name) => sum + Number(line[names.indexOf(name)] ?? 0), 0);
        });
      cells.set(`${i},${j}`, contributions.filter((value) => value > 0));
    })
  );
  return cells;
}
