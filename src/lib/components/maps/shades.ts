import type { DensityClass } from '#lib/domain/directory/density.ts';

/** Id of the hatching of territories that have no rate. */
export const NO_RATE = 'sans-taux';

/** CSS colour of a class among `classes`: from a tint of the land up to the brand's colour; the land itself for none at all. */
export function shade(of: DensityClass, classes: number): string {
  if (of === 'x') return `url(#${NO_RATE})`;
  if (of === 0) return 'var(--land)';
  const share = classes > 1 ? 30 + (70 * (of - 1)) / (classes - 1) : 60;
  return `color-mix(in oklab, var(--brand) ${Math.round(share)}%, var(--land))`;
}
