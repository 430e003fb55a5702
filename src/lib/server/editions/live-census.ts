import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { ArchivedState } from '../queries/initiative-history.ts';

/** The initiatives that are in the census, each with the addresses of those that were merged into it. */
export function liveCensus(all: Initiative[], archived: ReadonlyMap<string, ArchivedState>): Initiative[] {
  const former = new Map<string, string[]>();
  for (const [slug, { mergedInto }] of archived) {
    if (mergedInto) former.set(mergedInto, [...(former.get(mergedInto) ?? []), slug]);
  }
  return all
    .filter((item) => !archived.has(item.slug))
    .map((item) => {
      const slugs = former.get(item.slug);
      return slugs ? { ...item, formerSlugs: slugs.sort() } : item;
    });
}
