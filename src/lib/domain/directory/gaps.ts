import type { Initiative } from '../census/initiative.ts';

/** What the census does not know of some initiatives, and of how many. */
export type Gap = { what: 'started_on' | 'participants' | 'contribution' | 'lead' | 'verified_on' | 'status'; count: number };

const TESTS: [Gap['what'], (row: Initiative) => boolean][] = [
  ['status', (row) => row.status === 'inconnu'],
  ['started_on', (row) => !row.startedOn],
  ['lead', (row) => row.leadType === 'inconnu'],
  ['participants', (row) => !row.participants],
  ['contribution', (row) => !row.contribution],
  ['verified_on', (row) => !row.verifiedOn]
];

/** The gaps of a list of initiatives, largest first; what is known of all is left out. */
export function gaps(initiatives: readonly Initiative[]): Gap[] {
  return TESTS.map(([what, missing]) => ({ what, count: initiatives.filter(missing).length }))
    .filter((gap) => gap.count > 0)
    .sort((a, b) => b.count - a.count);
}
