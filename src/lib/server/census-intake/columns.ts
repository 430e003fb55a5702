/** Columns of a census file. `required`: the column must be there; `filled`: so must its value. */
export const CENSUS_COLUMNS = {
  slug: { required: true, filled: true },
  name: { required: true, filled: true },
  kind: { required: true, filled: true },
  status: { required: true, filled: true },
  insee_codes: { required: true, filled: false },
  department: { required: true, filled: true },
  territory: { required: true, filled: false },
  started_on: { required: true, filled: false },
  ended_on: { required: true, filled: false },
  lead_name: { required: true, filled: false },
  lead_type: { required: true, filled: false },
  participants: { required: true, filled: false },
  participants_unit: { required: true, filled: false },
  participants_as_of: { required: true, filled: false },
  contribution: { required: true, filled: false },
  allocation: { required: true, filled: false },
  funding_facts: { required: true, filled: false },
  confidence: { required: true, filled: false },
  sources: { required: true, filled: false },
  provenance: { required: true, filled: true },
  verified_on: { required: false, filled: false },
  partners: { required: false, filled: false },
  links: { required: false, filled: false },
  objectives: { required: false, filled: false }
} as const;

export type CensusColumn = keyof typeof CENSUS_COLUMNS;

/** Column names, in the order of the file that is shipped. */
export const CENSUS_COLUMN_NAMES = Object.keys(CENSUS_COLUMNS) as CensusColumn[];
