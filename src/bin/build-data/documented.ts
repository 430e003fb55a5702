import { readFileSync } from 'node:fs';
import { KINDS, LEAD_TYPES, STATUSES } from '#lib/domain/census/initiative.ts';
import type { CensusRow } from './census-columns.ts';
import { parseRows } from './csv.ts';

/**
 * The initiatives known from public sources, with what the census adds to them. Their words are kept as they are; an
 * unknown lead type is written `inconnu`. `verified_on` stays empty: no editor has checked them since they were gathered.
 * Throws on a kind, status or lead type that the census does not know, rather than guess.
 */
export function readDocumented(path: string): CensusRow[] {
  return parseRows(readFileSync(path, 'utf8')).map((row) => {
    const complete = { ...row, lead_type: row.lead_type || 'inconnu', provenance: 'documented', verified_on: '' } as CensusRow;
    check(KINDS, complete.kind, complete.slug);
    check(STATUSES, complete.status, complete.slug);
    check(LEAD_TYPES, complete.lead_type, complete.slug);
    return complete;
  });
}

function check(list: readonly string[], value: string, slug: string): void {
  if (!list.includes(value)) throw new RangeError(`${slug}: "${value}" is none of ${list.join(', ')}`);
}
