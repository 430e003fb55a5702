import { FACETS, type Facet, type FacetValues, type Filters } from './facets.ts';

/** A value of a facet and what it stands for under the other filters. */
export type ValueCount = {
  value: string;
  selected: boolean;
  /** Initiatives that have the value and pass the filters of all other facets. */
  count: number;
  /** Initiatives shown once the value is added to what is chosen; for a chosen value, those shown now. */
  resulting: number;
};

/** Initiatives with a value: shown already, or kept out by this facet's choice alone. */
type Tally = { inside: number; outside: number };

export type FacetCounts = Record<Facet, ValueCount[]>;

type Choice = { facet: Facet; chosen: ReadonlySet<string> };

/** The facet that alone keeps an initiative out; `none` when it is shown, `several` when no single value would bring it in. */
function obstacle(values: FacetValues, choices: readonly Choice[]): Facet | 'none' | 'several' {
  let failing: Facet | 'none' = 'none';
  for (const { facet, chosen } of choices) {
    if (values[facet].some((value) => chosen.has(value))) continue;
    if (failing !== 'none') return 'several';
    failing = facet;
  }
  return failing;
}

/**
 * Counts for every value present in `all`, in order of first appearance; a value that no initiative has is not listed
 * unless it is chosen. One pass over the initiatives, whatever the number of values.
 */
export function countFacets(all: readonly FacetValues[], filters: Filters): FacetCounts {
  const tally = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, Tally>()])) as Record<Facet, Map<string, Tally>>;
  const entry = (facet: Facet, value: string): Tally => {
    let found = tally[facet].get(value);
    if (!found) tally[facet].set(value, (found = { inside: 0, outside: 0 }));
    return found;
  };
  const choices = FACETS.flatMap((facet): Choice[] => (filters[facet]?.length ? [{ facet, chosen: new Set(filters[facet]) }] : []));
  let shown = 0;
  for (const values of all) {
    const failing = obstacle(values, choices);
    if (failing === 'none') shown += 1;
    for (const facet of FACETS) {
      for (const value of values[facet]) {
        const counts = entry(facet, value);
        if (failing === 'none') counts.inside += 1;
        else if (failing === facet) counts.outside += 1;
      }
    }
  }
  const list = (facet: Facet): ValueCount[] => {
    const chosen = filters[facet] ?? [];
    for (const value of chosen) entry(facet, value);
    return [...tally[facet]].map(([value, { inside, outside }]) => {
      const selected = chosen.includes(value);
      const count = inside + outside;
      return { value, selected, count, resulting: chosen.length === 0 ? count : shown + (selected ? 0 : outside) };
    });
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, list(facet)])) as FacetCounts;
}
