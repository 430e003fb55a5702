import { adjustedWald } from '#lib/domain/statistics/adjusted-wald.ts';
import { clopperPearson } from '#lib/domain/statistics/clopper-pearson.ts';
import { hypergeometricInterval } from '#lib/domain/statistics/hypergeometric-interval.ts';
import { proportion } from '#lib/domain/statistics/proportion.ts';
import { wald } from '#lib/domain/statistics/wald.ts';
import { wilsonFpc } from '#lib/domain/statistics/wilson-fpc.ts';
import { wilson } from '#lib/domain/statistics/wilson.ts';
import { worstCaseBounds } from '#lib/domain/statistics/worst-case-bounds.ts';
import { TOLERANCE, type Ledger } from './references.ts';

type Pair = [number, number];
export type ProportionReference = {
  k: number;
  n: number;
  N: number;
  p: number;
  se_no_fpc: number;
  se_fpc: number;
  wald_z_fpc: Pair;
  wald_t_fpc: Pair;
  wilson_infinite: Pair;
  wilson_fpc: Pair;
  clopper_pearson_infinite: Pair;
  hypergeometric_exact: { K: Pair; p: Pair };
  adjusted_wald_fpc: { estimate: number; se: number; ci: Pair };
  worst_case_bounds_if_nonresponse_is_informative: Pair;
};

/** Compares every number of one proportion's reference; `k`, `n` and `N` are what the estimators are given. */
export function compareProportion(ledger: Ledger, path: string, expected: ProportionReference): void {
  const { k: count, n, N } = expected;
  for (const input of ['k', 'n', 'N']) ledger.seen.add(`${path}/${input}`);
  const number = (name: string, actual: number | undefined, value: number): void =>
    ledger.compare(`${path}/${name}`, actual, value, TOLERANCE.estimate);
  const pair = (name: string, actual: { low: number; high: number } | undefined, value: Pair): void => {
    ledger.compare(`${path}/${name}/0`, actual?.low, value[0], TOLERANCE.interval);
    ledger.compare(`${path}/${name}/1`, actual?.high, value[1], TOLERANCE.interval);
  };
  const finite = proportion({ count, n, N });
  number('p', finite?.estimate, expected.p);
  number('se_fpc', finite?.standardError, expected.se_fpc);
  number('se_no_fpc', proportion({ count, n })?.standardError, expected.se_no_fpc);
  pair('wald_z_fpc', wald({ count, n, N }), expected.wald_z_fpc);
  pair('wald_t_fpc', wald({ count, n, N, law: 'student' }), expected.wald_t_fpc);
  pair('wilson_infinite', wilson({ count, n }), expected.wilson_infinite);
  pair('wilson_fpc', wilsonFpc({ count, n, N }), expected.wilson_fpc);
  pair('clopper_pearson_infinite', clopperPearson({ count, n }), expected.clopper_pearson_infinite);
  const exact = hypergeometricInterval({ count, n, N });
  pair('hypergeometric_exact/K', exact, expected.hypergeometric_exact.K);
  pair('hypergeometric_exact/p', exact && { low: exact.low / N, high: exact.high / N }, expected.hypergeometric_exact.p);
  const adjusted = adjustedWald({ count, n, N });
  number('adjusted_wald_fpc/estimate', adjusted?.estimate, expected.adjusted_wald_fpc.estimate);
  number('adjusted_wald_fpc/se', adjusted?.standardError, expected.adjusted_wald_fpc.se);
  pair('adjusted_wald_fpc/ci', adjusted?.interval, expected.adjusted_wald_fpc.ci);
  const bounds = worstCaseBounds({ count, n, N });
  pair(
    'worst_case_bounds_if_nonresponse_is_informative',
    { low: bounds.low / N, high: bounds.high / N },
    expected.worst_case_bounds_if_nonresponse_is_informative
  );
}
