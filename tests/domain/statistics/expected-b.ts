import type { EstimateReference } from './estimate-references.ts';
import type { ProportionReference } from './proportion-references.ts';

type Pair = [number, number];
type ByName<T> = Record<string, T>;
type OrderStatistics = { ranks: Pair; ci: Pair; coverage: number };
type Mix = ByName<ByName<EstimateReference>> & {
  [kind in 'autofinancement' | 'prive' | 'public']: {
    [measure in 'mean_of_shares_pct' | 'share_of_totals' | 'total_answering_domain']: EstimateReference;
  };
};
type MeanAndTotal = { n: number; mean: EstimateReference; total_of_answering_domain: EstimateReference };

export type DesignName = 'srs' | 'stratified' | 'poststratified' | 'raked' | 'calibrated_linear';

/** Shape of `expected_B_d1.json`. */
export type ExpectedB = {
  n: number;
  N: number;
  weights: ByName<ByName<number>>;
  degf: ByName<number>;
  kish: ByName<{ deff_kish: number; n_eff: number }>;
  objectifs: {
    base_repondants: number;
    base_mentions: number;
    aucun: number;
    items: ByName<{
      count: number;
      pct_of_respondents: number;
      pct_of_mentions: number;
      pct_of_all_32_WRONG_if_missing: number;
      srs: ProportionReference;
      svymean_domain: EstimateReference;
      stratified_domain: EstimateReference;
      poststratified: EstimateReference;
      raked: EstimateReference;
    }>;
    ciprop_o_acces: ByName<ByName<Pair | string>>;
    ciprop_o_precarite: ByName<ByName<Pair | string>>;
  };
  soutien_politique: { counts: ByName<number>; base_avec_nsp: ByName<number>; base_hors_nsp: ByName<number> };
  budget: { [design in DesignName]: MeanAndTotal } & {
    raw: {
      n: number;
      mean: number;
      sd: number;
      min: number;
      max: number;
      median: number;
      quantile_types: number[][];
      se_mean_fpc_N60: number;
    };
  };
  budget_quantiles: ByName<{ ci_median: ByName<number[]>; ci_columns: string[] } & ByName<unknown>>;
  budget_median_order_stat: { n: number; binomial: OrderStatistics; hypergeometric_N60: OrderStatistics };
  financement: { n: number; unweighted_check: ByName<number[]> & { [measure in 'mean_of_shares' | 'share_of_totals' | 'median_of_shares']: number[] } } & {
    [design in 'srs' | 'stratified' | 'poststratified' | 'raked']: Mix;
  };
  svyby: {
    [table in 'o_precarite_srs' | 'o_precarite_stratified' | 'budget_stratified']: ByName<EstimateReference>;
  } & { n_by_territoire_budget: ByName<number> };
};
