import type { Initiative } from '#lib/domain/census/initiative.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { recordChanges, type ChangeNote } from '../queries/initiative-writing.ts';
import { editWithin, liveEntry } from './edit.ts';
import { createWithin } from './lifecycle.ts';

export type SplitInput = {
  from: string;
  version: number;
  /** The new initiative. */
  slug: string;
  name: string;
  /** Positions of the places that the new one takes with it; it shares all of them when empty. */
  places: number[];
};

/**
 * Makes two initiatives of one: the new one starts from the values of the first, the places that it takes leave the
 * first. Both histories say so.
 *
 * @throws DomainError `initiative_exists`, `initiative_changed`, `impossible_value` when the first would have no place left
 */
export async function splitInitiative({ from, version, slug, name, places }: SplitInput, note: ChangeNote, db: WorkshopDatabase = workshop()): Promise<void> {
  await db.transaction(async (tx) => {
    const entry = await liveEntry(from, tx);
    if (entry.version !== version) throw new DomainError('initiative_changed', { slug: from });
    const { initiative } = entry;
    const taken = initiative.places.filter((_, at) => places.includes(at));
    const left = initiative.places.filter((_, at) => !places.includes(at));
    if (taken.length > 0 && left.length === 0) throw new DomainError('impossible_value', { what: 'places', value: '0' });
    const seated = (list: Initiative['places']): Initiative['places'] => list.map((place, at) => ({ ...place, role: at === 0 ? 'seat' : 'area' }));

    // What one agreed to have published, another did not.
    const { objectives: _agreed, ...values } = initiative;
    await createWithin(tx, { ...values, slug, name, places: taken.length > 0 ? seated(taken) : initiative.places }, note);
    if (taken.length > 0) await editWithin(tx, { slug: from, version, change: (opened) => ({ initiative: { ...opened, places: seated(left) } }) }, note);
    const at = new Date().toISOString();
    await recordChanges(tx, [{ initiative: from, field: 'split', before: null, after: slug }], note, at);
    await recordChanges(tx, [{ initiative: slug, field: 'split', before: from, after: null }], note, at);
    await recordAudit(tx, { actor: note.actor, action: 'census.split', subject: `initiative:${from}`, details: { new: slug, reason: note.reason } });
  });
}
