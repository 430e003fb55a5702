import type { InitiativeLine } from '#lib/domain/directory/view.ts';
import type { Ranked } from '#lib/domain/directory/sort.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import { departement } from '../geography/gazetteer.ts';

/** What a list says of an initiative, and nothing more: it is sent twice. */
export function toLine({ initiative, km }: Ranked): InitiativeLine {
  const { startedOn, participants, territory } = initiative;
  const names = [...new Set(initiative.places.map((place) => departement(place.departement)?.name ?? place.departement))];
  // Whole words: Sainte-Julie does not say Ain.
  const said = names.length === 1 && ` ${fold(territory)} `.includes(` ${fold(names[0] ?? '')} `);
  return {
    slug: initiative.slug,
    name: initiative.name,
    kind: initiative.kind,
    status: initiative.status,
    synthetic: initiative.provenance === 'synthetic',
    territory,
    departements: said ? '' : names.join(', '),
    leadType: initiative.leadType,
    ...(startedOn ? { startedOn } : {}),
    ...(participants ? { participants: { count: participants.count, unit: participants.unit } } : {}),
    ...(km === undefined ? {} : { km: Math.round(km) })
  };
}
