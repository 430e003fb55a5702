import type { Kind, LeadType, Status } from '../census/initiative.ts';
import type { ValueCount } from './counts.ts';
import type { Facet } from './facets.ts';

/** One line of a list of initiatives. */
export type InitiativeLine = {
  slug: string;
  name: string;
  kind: Kind;
  status: Status;
  synthetic: boolean;
  territory: string;
  /** Names of its départements, unless the territory says them already. */
  departements: string;
  leadType: LeadType;
  startedOn?: string;
  participants?: { count: number; unit: 'personnes' | 'foyers' };
  /** Kilometres from the place asked for. */
  km?: number;
  /** Names of the places between which that is, when one of the sides has several. */
  between?: { from?: string; to: string };
};

/** A facet as the form shows it. */
export type FacetGroup = {
  facet: Facet;
  values: (ValueCount & { name: string })[];
  /** Why the facet says so little: the density grid was not there, no initiative or only some agreed to be named. */
  note?: 'no_grid' | 'none_named' | 'some_named';
};

/** A choice that can be taken back, with the address of the same view without it. */
export type Chip = { key: string; text: string; href: string };
