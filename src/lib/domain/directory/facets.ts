import { KINDS, LEAD_TYPES, STATUSES, type Initiative } from '../census/initiative.ts';
import { TERRITORY_TYPES } from './territory-types.ts';

/** What the directory can be filtered by. The order is the one of the form. */
export const FACETS = [
  'kind',
  'status',
  'region',
  'departement',
  'epci',
  'lead_type',
  'start_year',
  'size',
  'territory_type',
  'contribution',
  'objective',
  'provenance'
] as const;
export type Facet = (typeof FACETS)[number];

/** "Non renseigné": the census does not know. A value like any other, never a blank. */
export const NOT_STATED = 'x';

/** Classes of the number of participants, people or households as each initiative counts them. The same as in the waves. */
export const SIZES = ['under_20', '20_to_50', '51_to_300', 'over_300'] as const;

/** Values in their natural order, where they have one; other facets are ordered by name by whoever shows them. */
export const FACET_ORDER: Partial<Record<Facet, readonly string[]>> = {
  kind: KINDS,
  // `inconnu` is the census's own word for what it does not know: shown as such, last.
  status: STATUSES,
  lead_type: LEAD_TYPES,
  size: [...SIZES, NOT_STATED],
  territory_type: [...TERRITORY_TYPES, NOT_STATED],
  contribution: ['known', NOT_STATED],
  provenance: ['documented', 'synthetic']
};

/** Chosen values by facet: any of them within a facet, all facets together. A facet without choice is absent. */
export type Filters = Partial<Record<Facet, readonly string[]>>;

/** The values of one initiative, at least one per facet. */
export type FacetValues = Record<Facet, readonly string[]>;

/** Class of a number of participants. */
export function sizeClass(count: number | undefined): string {
  if (count === undefined) return NOT_STATED;
  if (count < 20) return 'under_20';
  if (count <= 50) return '20_to_50';
  return count <= 300 ? '51_to_300' : 'over_300';
}

const distinct = (values: (string | undefined)[]): readonly string[] => {
  const known = [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
  return known.length > 0 ? known : [NOT_STATED];
};

/** Under which values an initiative is found; it is found under each territory where it has a place. */
export function facetValues(initiative: Initiative): FacetValues {
  const { places } = initiative;
  return {
    kind: [initiative.kind],
    status: [initiative.status],
    region: distinct(places.map((place) => place.region)),
    departement: distinct(places.map((place) => place.departement)),
    epci: distinct(places.map((place) => place.epci)),
    lead_type: [initiative.leadType],
    start_year: distinct([initiative.startedOn?.slice(0, 4)]),
    size: [sizeClass(initiative.participants?.count)],
    territory_type: distinct(initiative.territoryTypes ?? []),
    contribution: [initiative.contribution ? 'known' : NOT_STATED],
    objective: distinct(initiative.objectives ?? []),
    provenance: [initiative.provenance]
  };
}

/** True when an initiative has one of the values chosen in `facet`, or when nothing is chosen there. */
export function passes(values: FacetValues, filters: Filters, facet: Facet): boolean {
  const chosen = filters[facet];
  return !chosen || chosen.length === 0 || values[facet].some((value) => chosen.includes(value));
}

/** True when an initiative passes every facet. */
export function matches(values: FacetValues, filters: Filters): boolean {
  return FACETS.every((facet) => passes(values, filters, facet));
}
