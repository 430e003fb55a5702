/** Columns of a census file: those of the documented list, then where the row comes from. */
export const CENSUS_COLUMNS = [
  'slug', 'name', 'kind', 'status', 'insee_codes', 'department', 'territory', 'started_on', 'ended_on', 'lead_name',
  'lead_type', 'participants', 'participants_unit', 'participants_as_of', 'contribution', 'allocation', 'funding_facts',
  'confidence', 'sources', 'provenance', 'verified_on'
] as const;

/** One row of a census file, as texts; an empty text is unknown. */
export type CensusRow = Record<(typeof CENSUS_COLUMNS)[number], string>;
