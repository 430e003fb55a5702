import type { Initiative, Kind, LeadType, Place, Precision, Status } from '#lib/domain/census/initiative.ts';
import type { initiative, initiativePlace } from '../db/workshop.schema.ts';

export type InitiativeRow = typeof initiative.$inferSelect;
export type PlaceRow = typeof initiativePlace.$inferSelect;

/** Leaves out what is not known, so that an absent member and a null column mean the same. */
function known<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** An initiative as the tables hold it. */
export function toRows(item: Initiative): { row: InitiativeRow; places: PlaceRow[] } {
  return {
    row: {
      slug: item.slug,
      name: item.name,
      kind: item.kind,
      status: item.status,
      provenance: item.provenance,
      territory: item.territory,
      startedOn: item.startedOn ?? null,
      endedOn: item.endedOn ?? null,
      leadName: item.leadName ?? null,
      leadType: item.leadType,
      participants: item.participants?.count ?? null,
      participantsUnit: item.participants?.unit ?? null,
      participantsAsOf: item.participants?.asOf ?? null,
      contribution: item.contribution ?? null,
      allocation: item.allocation ?? null,
      fundingFacts: item.fundingFacts ?? null,
      confidence: item.confidence ?? null,
      sources: item.sources,
      verifiedOn: item.verifiedOn ?? null,
      partners: item.partners ?? null,
      links: item.links ?? null,
      objectives: item.objectives ?? null
    },
    places: item.places.map((place, position) => ({
      initiative: item.slug,
      position,
      role: place.role,
      commune: place.commune ?? null,
      communeName: place.communeName ?? null,
      departement: place.departement,
      region: place.region,
      epci: place.epci ?? null,
      longitude: place.longitude,
      latitude: place.latitude,
      precision: place.precision
    }))
  };
}

function toPlace({ role, departement, region, longitude, latitude, precision, commune, communeName, epci }: PlaceRow): Place {
  return { ...known({ commune, communeName, epci }), departement, region, longitude, latitude, precision: precision as Precision, role };
}

/** The initiative of its rows; `places` are in order of position. */
export function fromRows(row: InitiativeRow, places: PlaceRow[]): Initiative {
  const { startedOn, endedOn, leadName, contribution, allocation, fundingFacts, confidence, verifiedOn, partners, links, objectives } = row;
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind as Kind,
    status: row.status as Status,
    provenance: row.provenance,
    places: places.map(toPlace),
    territory: row.territory,
    leadType: row.leadType as LeadType,
    sources: row.sources,
    ...known({ startedOn, endedOn, leadName, contribution, allocation, fundingFacts, confidence, verifiedOn, partners, links, objectives }),
    ...(row.participants === null
      ? {}
      : { participants: { count: row.participants, unit: row.participantsUnit ?? 'personnes', ...known({ asOf: row.participantsAsOf }) } })
  };
}
