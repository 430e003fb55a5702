import type { Precision } from '../census/initiative.ts';

/**
 * `data/generated/communes.json`, made by `npm run geo:build`. Rows are arrays because there are 34,875 of them.
 * A commune without an EPCI has an empty string, without a known population `null`.
 */
export type GazetteerFile = {
  /** Year of the official geographic code. */
  year: number;
  communes: CommuneRow[];
  /** Municipal arrondissements of Paris, Lyon and Marseille: same columns, then the code of their commune. */
  arrondissements: [...CommuneRow, parent: string][];
  /** Former or municipal-arrondissement code → current commune. */
  successors: Record<string, string>;
  /** Names of merged communes → current commune. */
  formerNames: [name: string, commune: string][];
  epcis: [code: string, name: string, type: string][];
  departements: [code: string, name: string, region: string][];
  regions: [code: string, name: string][];
};

export type CommuneRow = [
  code: string,
  name: string,
  departement: string,
  region: string,
  epci: string,
  /** Separated by spaces. */
  postcodes: string,
  population: number | null,
  latitude: number,
  longitude: number,
  precision: Precision
];
