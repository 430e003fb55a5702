import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { ParsedCensus } from './parse.ts';

/** Fields of the columns that a census file may leave out. */
const OPTIONAL = { verified_on: 'verifiedOn', partners: 'partners', links: 'links', objectives: 'objectives' } as const satisfies Partial<Record<keyof ParsedCensus['columns'], keyof Initiative>>;

/** Fields about which a file says nothing, because it has no such column. */
export type SilentField = (typeof OPTIONAL)[keyof typeof OPTIONAL];

/** @returns the optional fields whose column is not in the file */
export function silentFields(columns: ParsedCensus['columns']): SilentField[] {
  return Object.entries(OPTIONAL).flatMap(([column, field]) => (columns[column as keyof typeof OPTIONAL] ? [] : [field]));
}

/** The initiatives of a file with what the census knows where the file is silent: a column that is not there erases nothing. */
export function keepSilent(read: Initiative[], census: readonly Initiative[], silent: readonly SilentField[]): Initiative[] {
  const known = new Map(census.map((item) => [item.slug, item]));
  return read.map((item) => {
    const old = known.get(item.slug);
    const kept = silent.flatMap((field) => (old?.[field] === undefined ? [] : [[field, old[field]] as const]));
    return kept.length > 0 ? { ...item, ...Object.fromEntries(kept) } : item;
  });
}
