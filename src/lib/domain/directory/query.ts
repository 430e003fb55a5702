import type { Facet, Filters } from './facets.ts';
import type { Position } from './distance.ts';
import type { MapView, PlacesShown } from './map-view.ts';
import type { MapWindow } from './map-window.ts';
import type { Sort } from './sort.ts';

/** Everything the address of the directory says. What is at its default is absent. */
export type DirectoryQuery = {
  filters: Filters;
  /** Words looked for. */
  q?: string | undefined;
  /** INSEE code of a commune, or a name still to be found. */
  near?: string | undefined;
  /** A point, rounded to about a kilometre; `autour` in the address. Never together with `near`. */
  point?: Position | undefined;
  /** Kilometres around `near` or `point`; absent means no limit. */
  within?: number | undefined;
  sort?: Sort | undefined;
  /** What the map says; it keeps no initiative out. */
  view?: MapView | undefined;
  /** Which places have a mark. */
  places?: PlacesShown | undefined;
  /** The part of the map that is shown; absent means the whole of it. `carte` in the address. */
  window?: MapWindow | undefined;
  /** From 1. */
  page: number;
};

/** Names of the parameters in the address. French, like the paths. */
export const FACET_PARAMETERS: Record<Facet, string> = {
  kind: 'type',
  status: 'statut',
  region: 'region',
  departement: 'departement',
  epci: 'epci',
  lead_type: 'porteur',
  start_year: 'debut',
  size: 'taille',
  territory_type: 'territoire',
  contribution: 'cotisation',
  objective: 'objectif',
  provenance: 'provenance'
};

/** Distances offered, in kilometres. */
export const DISTANCES = [10, 25, 50, 100, 200] as const;
