import type { Precision } from '../census/initiative.ts';

/** A commune of today, or a municipal arrondissement under its commune's code. */
export type Commune = {
  /** INSEE code, text: `2A004`. */
  code: string;
  name: string;
  departement: string;
  region: string;
  /** SIREN of the grouping; four islands have none. */
  epci?: string;
  /** Inhabitants, INSEE legal population; undefined when unknown. */
  population?: number;
  postcodes: string[];
  /** Degrees, WGS 84. */
  longitude: number;
  latitude: number;
  precision: Precision;
};

export type Departement = { code: string; name: string; region: string };
export type Region = { code: string; name: string };

/**
 * A territory that has a page. The address says which kind it is:
 * `69` and `2A` are départements (INSEE), `r-84` is a région (INSEE), nine digits are an EPCI (SIREN).
 */
export type Territory = {
  /** Address: `69`, `r-84`, `200046977`. */
  id: string;
  level: 'region' | 'departement' | 'epci';
  /** Code without the prefix. */
  code: string;
  name: string;
  /** Inhabitants: sum of its communes. */
  population: number;
  communes: number;
  /** Addresses of what contains it, from the widest; an EPCI may straddle several départements. */
  parents: string[];
};
