import type { Initiative, Place } from '../census/initiative.ts';
import type { Position } from './distance.ts';

/** Orders of the list, as they stand in the address (`tri`). */
export const SORTS = ['nom', 'debut', 'participants', 'verification', 'distance', 'pertinence'] as const;
export type Sort = (typeof SORTS)[number];

/** An initiative with what the query knows of it. */
export type Ranked = {
  initiative: Initiative;
  /** Kilometres from the place asked for. */
  km?: number;
  /** Its place that this distance leads to, and the place of the other initiative that it is counted from, if it is from one. */
  between?: { from?: Place; to: Place };
  /** Larger is better. */
  score?: number;
};

const byName = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** Largest first; what is not known comes last. */
function descending(a: number | string | undefined, b: number | string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? 1 : -1;
}

/** A new list in the order asked for; equals by name, then by address, so that the order never changes by chance. */
export function sortInitiatives<T extends Ranked>(list: readonly T[], sort: Sort): T[] {
  const first = (a: T, b: T): number => {
    switch (sort) {
      case 'debut':
        return descending(a.initiative.startedOn, b.initiative.startedOn);
      case 'participants':
        return descending(a.initiative.participants?.count, b.initiative.participants?.count);
      case 'verification':
        return descending(a.initiative.verifiedOn, b.initiative.verifiedOn);
      case 'distance':
        return (a.km ?? Infinity) === (b.km ?? Infinity) ? 0 : (a.km ?? Infinity) - (b.km ?? Infinity);
      case 'pertinence':
        return descending(a.score, b.score);
      case 'nom':
        return 0;
    }
  };
  return [...list].sort(
    (a, b) => first(a, b) || byName.compare(a.initiative.name, b.initiative.name) || (a.initiative.slug < b.initiative.slug ? -1 : 1)
  );
}

/** The order when the address says none: nearest first around a place, best first for a search, else by name. */
export function defaultSort(query: { q?: string | undefined; near?: string | undefined; point?: Position | undefined }): Sort {
  if (query.near || query.point) return 'distance';
  return query.q ? 'pertinence' : 'nom';
}
