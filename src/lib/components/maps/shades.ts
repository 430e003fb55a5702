import type { DensityClass } from '#lib/domain/directory/density.ts';

/** Id of the hatching of territories that have no rate. */
export const NO_RATE = 'sans-taux';

/** Share of the full colour in the lowest class: far enough from the land, which says none at all, on dark paper too. */
const LOWEST = 34;

/** CSS colour of a class among `classes`: from a tint of the land up to the brand's deep colour; the land itself for none at all. */
export function shade(of: DensityClass, classes: number): string {
  if (of === 'x') return `url(#${NO_RATE})`;
  if (of === 0) return 'var(--land)';
  const share = classes > 1 ? LOWEST + ((100 - LOWEST) * (of - 1)) / (classes - 1) : 60;
  return `color-mix(in oklab, var(--brand-deep) ${Math.round(share)}%, var(--land))`;
}
