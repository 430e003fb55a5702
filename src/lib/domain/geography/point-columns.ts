import type { Initiative } from '../census/initiative.ts';
import { FACETS, type Facet, type FacetValues } from '../directory/facets.ts';
import { lensOf, type MapView } from '../directory/map-view.ts';
import { FACET_PARAMETERS } from '../directory/query.ts';
import type { Box } from './projection.ts';

/** A facet over the points: `of` gives for each point the positions in `values` of what it has, one number when it has one. */
export type FacetColumn = { values: string[]; of: (number | number[])[] };

/**
 * Every placed initiative of an edition, in columns, for the script that draws and filters thousands of points.
 * Positions are tenths of a unit of the national picture. A filter of the directory applied to `facets` keeps the points
 * that the server keeps, since the values are the server's.
 */
export type PointColumns = {
  slugs: string[];
  names: string[];
  /** Where each is, in words. */
  places: string[];
  x: number[];
  y: number[];
  /** One character per point: `1` when it is synthetic. */
  synthetic: string;
  /** By the address's name of the facet. */
  facets: Record<string, FacetColumn>;
  /** Parameters of the address that keep no initiative out; the server alone answers any other that is no facet. */
  drawing: string[];
  /** By view with a lens: one character per point, its step (`0`–`3`, `x`). */
  steps: Partial<Record<MapView, string>>;
  /** Places besides the seats: point, x, y, one after the other. */
  areas: number[];
  /** Frames of the overseas départements: what is in two of them is never drawn as one. */
  insets: Box[];
};

export type PlacedEntry = { initiative: Initiative; values: FacetValues; seat: readonly [number, number]; areas: (readonly [number, number])[] };

const tenths = (value: number): number => Math.round(value * 10);

function facetColumn(entries: readonly PlacedEntry[], facet: Facet, vocabulary: Iterable<string>): FacetColumn {
  const at = new Map<string, number>([...vocabulary].map((value, index) => [value, index]));
  const position = (value: string): number => {
    const known = at.get(value) ?? at.size;
    at.set(value, known);
    return known;
  };
  const of = entries.map(({ values }) => {
    const found = values[facet].map(position);
    return found.length === 1 ? (found[0] ?? 0) : found;
  });
  return { values: [...at.keys()], of };
}

/** The columns of `entries`, in their order. `vocabulary` has every value that a filter may ask for; `year` is the edition's. */
export function pointColumns(entries: readonly PlacedEntry[], vocabulary: Record<Facet, Iterable<string>>, year: number, insets: readonly Box[]): PointColumns {
  const steps = (view: MapView): string => {
    const step = lensOf(view, year);
    return step ? entries.map(({ initiative }) => step(initiative)).join('') : '';
  };
  return {
    slugs: entries.map(({ initiative }) => initiative.slug),
    names: entries.map(({ initiative }) => initiative.name),
    places: entries.map(({ initiative }) => initiative.territory),
    x: entries.map(({ seat }) => tenths(seat[0])),
    y: entries.map(({ seat }) => tenths(seat[1])),
    synthetic: entries.map(({ initiative }) => (initiative.provenance === 'synthetic' ? '1' : '0')).join(''),
    facets: Object.fromEntries(FACETS.map((facet) => [FACET_PARAMETERS[facet], facetColumn(entries, facet, vocabulary[facet])])),
    drawing: ['tri', 'vue', 'lieux', 'carte', 'page'],
    steps: { participants: steps('participants'), anciennete: steps('anciennete') },
    areas: entries.flatMap(({ areas }, index) => areas.flatMap(([x, y]) => [index, tenths(x), tenths(y)])),
    insets: insets.map(({ x, y, width, height }) => ({ x, y, width, height }))
  };
}
