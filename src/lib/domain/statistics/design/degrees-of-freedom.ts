import { designSize, type Design } from './design.ts';

/**
 * Degrees of freedom of a design: clusters minus strata. R: `degf(design)`; with `domain`, `degf(subset(design, domain))`.
 *
 * Units of weight 0 do not count. At least 0.
 * @example
 * degreesOfFreedom({ design: { weights: [1, 1, 1, 1], strata: ['a', 'a', 'b', 'b'] } }) // → 2
 */
export function degreesOfFreedom({ design, domain }: { design: Design; domain?: readonly boolean[] }): number {
  const size = designSize(design);
  const strata = new Set<string>();
  const clusters = new Set<string>();
  for (let unit = 0; unit < size; unit++) {
    if (design.weights[unit] === 0 || (domain && !domain[unit])) continue;
    const stratum = design.strata?.[unit] ?? '';
    strata.add(stratum);
    clusters.add(JSON.stringify([stratum, design.clusters?.[unit] ?? unit]));
  }
  return Math.max(0, clusters.size - strata.size);
}
