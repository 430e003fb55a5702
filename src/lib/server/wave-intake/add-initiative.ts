import type { Initiative } from '#lib/domain/census/initiative.ts';
import { createWithin } from '../census-editing/lifecycle.ts';
import { toSlug } from '../census-editing/slug.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { findEntry } from '../queries/initiative-history.ts';
import { getDeposit, saveDecisions } from './deposits.ts';

export type Newcomer = Pick<Initiative, 'name' | 'kind' | 'places'> & { deposit: string; row: number; revision: number; actor: string; reason: string };

/**
 * Adds a respondent that the census does not know, marked as to be completed (status unknown, low confidence, no check), and
 * matches its response with it.
 *
 * @returns the slug given
 * @throws DomainError `deposit_unknown`, `deposit_committed`, `deposit_changed`
 */
export async function addInitiative({ name, kind, places, deposit: id, row, revision, actor, reason }: Newcomer, db: WorkshopDatabase = workshop()): Promise<string> {
  const seat = places[0];
  const base = toSlug([seat?.communeName, name].filter(Boolean).join(' '));
  const slug = await db.transaction(async (tx) => {
    let free = base;
    for (let number = 2; await findEntry(free, tx); number++) free = `${base}-${number}`;
    const item: Initiative = {
      slug: free, name, kind, status: 'inconnu', provenance: 'documented', places, leadType: 'inconnu', sources: [], confidence: 'L',
      territory: places.map((place) => place.communeName ?? place.departement).join(', ')
    };
    await createWithin(tx, item, { actor, reason, confidence: 'L' });
    return free;
  });
  const { decisions } = await getDeposit(id, db);
  await saveDecisions(id, { ...decisions, matches: { ...decisions.matches, [row]: slug } }, { actor, revision }, db);
  return slug;
}
