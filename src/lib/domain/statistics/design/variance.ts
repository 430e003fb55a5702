import { DomainError } from '../../errors.ts';
import { finitePopulationFactor, requireLength } from '../checks.ts';
import { designSize, type Design } from './design.ts';
import { residualsOn } from './residuals.ts';

/**
 * Variance of the total Σ w·z over a design: stratified, clustered, with finite population corrections. Unit of z, squared.
 *
 * `influence` is the linearised variable z of each unit, before its weight (0 outside the domain). With a calibrated
 * design z is replaced by its residual on the calibration variables, fitted with the starting weights (Deville and
 * Särndal 1992). One stage of clusters: what happens inside them counts through their totals (ultimate clusters).
 * R: `svyrecvar`. Undefined when a stratum has one cluster out of several (see `Design.lonely`); throws
 * `impossible_share` when a stratum has more clusters than its population.
 * @example
 * designVariance({ design: { weights: [1, 1, 1] }, influence: [1, 2, 3] }) // → 3
 * designVariance({ design: { weights: [1] }, influence: [1] }) // → undefined
 */
export function designVariance({
  design,
  influence
}: {
  design: Design;
  influence: readonly number[];
}): number | undefined {
  return designCovariance({ design, first: influence, second: influence });
}

/**
 * Covariance of two totals over one design; `designVariance` is the case of twice the same. R: `vcov(svytotal(~a + b, design))`.
 * @example
 * designCovariance({ design: { weights: [1, 1, 1] }, first: [1, 2, 3], second: [3, 2, 1] }) // → -3
 */
export function designCovariance({
  design,
  first,
  second
}: {
  design: Design;
  first: readonly number[];
  second: readonly number[];
}): number | undefined {
  const size = designSize(design);
  requireLength(size, { first, second });
  const a = weighted(design, first);
  const b = first === second ? a : weighted(design, second);
  const lonely = design.lonely ?? 'fail';
  let sum = 0;
  let present = 0;
  const alone = { present: 0, all: 0 };
  for (const stratum of stratumTotals(design, a, b)) {
    const clusters = stratum.a.length;
    // As R's `subset`, the mean that `average` takes passes over strata where nobody is in the domain.
    const counts = [...stratum.a, ...stratum.b].some((total) => total !== 0) ? 1 : 0;
    present += counts;
    const factor = finitePopulationFactor(clusters, stratum.population);
    if (factor < 0) throw new DomainError('impossible_share', { numerator: clusters, base: stratum.population ?? 0 });
    // Everybody of the stratum is there: nothing was drawn.
    if (factor < 1e-7) continue;
    if (clusters === 1) {
      if (lonely === 'fail') return undefined;
      alone.present += counts;
      alone.all += 1;
      if (lonely === 'adjust') sum += factor * stratum.a[0]! * stratum.b[0]!;
      continue;
    }
    sum += ((factor * clusters) / (clusters - 1)) * centredProduct(stratum.a, stratum.b);
  }
  if (lonely !== 'average' || alone.all === 0) return sum;
  return alone.present === present ? undefined : (sum * present) / (present - alone.present);
}

/** Weighted values; of a calibrated design, those of the residuals. */
function weighted({ weights, calibration }: Design, z: readonly number[]): number[] {
  const y = calibration
    ? residualsOn({ y: z, auxiliaries: calibration.auxiliaries, weights: calibration.startingWeights })
    : z;
  return y.map((value, unit) => value * weights[unit]!);
}

type StratumTotals = { a: number[]; b: number[]; population: number | undefined };

/** Totals of each cluster, stratum by stratum. */
function stratumTotals(design: Design, a: readonly number[], b: readonly number[]): Iterable<StratumTotals> {
  const strata = new Map<string, StratumTotals & { index: Map<string, number> }>();
  for (let unit = 0; unit < a.length; unit++) {
    const label = design.strata?.[unit] ?? '';
    let stratum = strata.get(label);
    if (!stratum) {
      stratum = { a: [], b: [], index: new Map(), population: design.populationSizes?.[unit] };
      strata.set(label, stratum);
    }
    const cluster = design.clusters?.[unit] ?? `#${unit}`;
    let position = stratum.index.get(cluster);
    if (position === undefined) {
      position = stratum.a.length;
      stratum.index.set(cluster, position);
      stratum.a.push(0);
      stratum.b.push(0);
    }
    stratum.a[position]! += a[unit]!;
    stratum.b[position]! += b[unit]!;
  }
  return strata.values();
}

function centredProduct(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const meanA = a.reduce((sum, value) => sum + value, 0) / n;
  const meanB = b.reduce((sum, value) => sum + value, 0) / n;
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0);
}
