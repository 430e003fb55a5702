import { countFacets, type FacetCounts } from '#lib/domain/directory/counts.ts';
import { shortest, type Position } from '#lib/domain/directory/distance.ts';
import { matches } from '#lib/domain/directory/facets.ts';
import type { DirectoryQuery } from '#lib/domain/directory/query.ts';
import { search } from '#lib/domain/directory/search.ts';
import { defaultSort, sortInitiatives, type Ranked } from '#lib/domain/directory/sort.ts';
import type { EditionDirectory } from './edition-directory.ts';

export type Selection = {
  /** What the query keeps, in its order. */
  ranked: Ranked[];
  counts: FacetCounts;
  /** Initiatives of the edition. */
  total: number;
  /** Words of the search that were not insisted on, since no initiative has them all. */
  without: string[];
};

/** The initiatives that a query keeps, in order, with the counts of its facets. `around` is the place that `pres` means. */
export function select(directory: EditionDirectory, query: DirectoryQuery, around: Position | undefined): Selection {
  const answer = query.q ? search(directory.index, query.q) : undefined;
  const scores = answer && new Map(answer.found.map(({ id, score }) => [id, score]));
  const candidates = directory.entries.flatMap(({ initiative, values }) => {
    const score = scores?.get(initiative.slug);
    if (scores && score === undefined) return [];
    const span = around && shortest([around], initiative.places);
    const km = span?.km;
    if (query.within !== undefined && around && (km === undefined || km > query.within)) return [];
    const ranked: Ranked = { initiative, ...(span ? { km: span.km, between: { to: span.to } } : {}), ...(score === undefined ? {} : { score }) };
    return [{ ranked, values }];
  });
  const kept = candidates.filter(({ values }) => matches(values, query.filters)).map(({ ranked }) => ranked);
  return {
    ranked: sortInitiatives(kept, query.sort ?? defaultSort(query)),
    counts: countFacets(
      candidates.map(({ values }) => values),
      query.filters
    ),
    total: directory.entries.length,
    without: answer?.without ?? []
  };
}
