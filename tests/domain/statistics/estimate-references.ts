import type { DesignEstimate } from '#lib/domain/statistics/domain-estimation.ts';
import { estimateInterval } from '#lib/domain/statistics/interval.ts';
import { TOLERANCE, type Ledger } from './references.ts';

export type EstimateReference = {
  estimate: number;
  se: number;
  ci_z?: [number, number];
  df?: number;
  ci_t?: [number, number];
};

/** Compares an estimate over a design with R's: estimate, error, normal and Student intervals, the latter with R's `df`. */
export function compareEstimate(
  ledger: Ledger,
  path: string,
  actual: DesignEstimate | undefined,
  expected: EstimateReference,
  { scale = 1 }: { scale?: number } = {}
): void {
  const estimate = actual === undefined ? NaN : actual.estimate * scale;
  const standardError = actual?.standardError === undefined ? undefined : actual.standardError * scale;
  ledger.compare(`${path}/estimate`, estimate, expected.estimate, TOLERANCE.estimate);
  ledger.compare(`${path}/se`, standardError, expected.se, TOLERANCE.estimate);
  const pair = (name: string, df: number, value: [number, number] | undefined): void => {
    if (!value) return;
    const interval = estimateInterval({ estimate, standardError, df });
    ledger.compare(`${path}/${name}/0`, interval?.low, value[0], TOLERANCE.interval);
    ledger.compare(`${path}/${name}/1`, interval?.high, value[1], TOLERANCE.interval);
  };
  pair('ci_z', Infinity, expected.ci_z);
  pair('ci_t', expected.df ?? NaN, expected.ci_t);
  if (expected.df !== undefined) ledger.seen.add(`${path}/df`);
}
