import type { Initiative } from '#lib/domain/census/initiative.ts';
import { KIND_LABELS, LEAD_LABELS } from '#lib/domain/directory/labels.ts';
import type { SearchDocument } from '#lib/domain/directory/search.ts';
import { formerRegions } from '#lib/domain/geography/former-regions.ts';
import { departement, epciName, findCommune, gazetteer, region } from '../geography/gazetteer.ts';

/** Names that people go on giving to an EPCI. */
const ALIASES: Record<string, string> = { '200046977': 'Grand Lyon', '243300316': 'CUB', '246700488': 'Communauté urbaine de Strasbourg' };

let former: Map<string, string[]> | undefined;

/** Names of the communes that were merged into one. */
function formerNames(commune: string): string[] {
  if (!former) {
    former = new Map();
    for (const [name, code] of gazetteer().formerNames) former.set(code, [...(former.get(code) ?? []), name]);
  }
  return former.get(commune) ?? [];
}

/** The words an initiative can be found by: what it says of itself, and what the gazetteer knows of its places. */
export function searchDocument(initiative: Initiative): SearchDocument {
  const { places } = initiative;
  const communes = places.flatMap((place) => place.commune ?? []);
  return {
    id: initiative.slug,
    name: initiative.name,
    communes: [
      ...places.flatMap((place) => place.communeName ?? []),
      ...communes.flatMap((code) => findCommune(code)?.name ?? []),
      ...communes.flatMap(formerNames)
    ],
    territory: [initiative.territory, ...places.flatMap(({ epci }) => (epci ? [epciName(epci) ?? '', ALIASES[epci] ?? ''] : []))].filter(Boolean),
    departements: places.flatMap((place) => [
      place.departement,
      departement(place.departement)?.name ?? '',
      region(place.region)?.name ?? '',
      ...formerRegions(place.departement)
    ]),
    others: [
      initiative.leadName ?? '',
      LEAD_LABELS[initiative.leadType].fr,
      KIND_LABELS[initiative.kind].fr,
      ...communes.flatMap((code) => findCommune(code)?.postcodes ?? [])
    ]
  };
}
