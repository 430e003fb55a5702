import type { InitiativeLine } from '#lib/domain/directory/view.ts';
import type { Ranked } from '#lib/domain/directory/sort.ts';
import { fold } from '#lib/domain/geography/fold.ts';
import type { Place } from '#lib/domain/census/initiative.ts';
import { departement, findCommune } from '../geography/gazetteer.ts';

/** Name of the commune of a place (`Lyon 8e` for an arrondissement), or of its département when no commune is known. */
export function placeName({ communeName, commune, departement: code }: Place): string {
  const name = communeName ?? (commune && findCommune(commune)?.name) ?? departement(code)?.name ?? code;
  return name.replace(/ Arrondissement$/, '');
}

/** Between which places a distance is, where that is not said by the initiative alone. `others`: places of the initiative it is counted from. */
function betweenOf({ initiative, between }: Ranked, others: number): InitiativeLine['between'] {
  if (!between || (others < 2 && initiative.places.length < 2)) return undefined;
  return { ...(between.from ? { from: placeName(between.from) } : {}), to: placeName(between.to) };
}

/** What a list says of an initiative, and nothing more. `others`: how many places the distance is counted from. */
export function toLine(ranked: Ranked, others = 1): InitiativeLine {
  const { initiative, km } = ranked;
  const between = betweenOf(ranked, others);
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
    ...(km === undefined ? {} : { km: Math.round(km) }),
    ...(between ? { between } : {})
  };
}
