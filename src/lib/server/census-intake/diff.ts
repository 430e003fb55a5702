import { changesBetween, type FieldChange } from '#lib/domain/census/history.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';

export type { FieldChange };

/** What changes, field by field, from the census as it stands. A new initiative is one change of its `slug`. */
export function diffCensus(before: Initiative[], after: Initiative[]): FieldChange[] {
  const known = new Map(before.map((item) => [item.slug, item]));
  return after.flatMap((item): FieldChange[] => {
    const old = known.get(item.slug);
    return old ? changesBetween(old, item) : [{ initiative: item.slug, field: 'slug', before: null, after: item.slug }];
  });
}
