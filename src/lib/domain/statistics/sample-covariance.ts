import { requireLength } from './checks.ts';

/** Covariance with n − 1, in the product of the units, and correlation, −1 to 1. */
export type SampleCovariance = { covariance: number; correlation: number | undefined };

/**
 * Covariance and correlation of paired values. R: `cov(x, y)` and `cor(x, y)`.
 *
 * Undefined for fewer than two pairs; the correlation alone is undefined when either does not vary.
 * @example
 * sampleCovariance([1, 2, 3], [2, 4, 6]) // → { covariance: 2, correlation: 1 }
 * sampleCovariance([1, 1], [2, 4]) // → { covariance: 0, correlation: undefined }
 * sampleCovariance([1], [2]) // → undefined
 */
export function sampleCovariance(x: readonly number[], y: readonly number[]): SampleCovariance | undefined {
  requireLength(x.length, { y });
  const n = x.length;
  if (n < 2) return undefined;
  const meanX = x.reduce((sum, value) => sum + value, 0) / n;
  const meanY = y.reduce((sum, value) => sum + value, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    xy += (x[i]! - meanX) * (y[i]! - meanY);
    xx += (x[i]! - meanX) ** 2;
    yy += (y[i]! - meanY) ** 2;
  }
  const correlation = xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : undefined;
  return { covariance: xy / (n - 1), correlation };
}
