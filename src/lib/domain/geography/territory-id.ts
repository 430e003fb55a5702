/**
 * Addresses of territories. Régions and départements share codes (`01` is Guadeloupe and Ain), so a région takes a prefix:
 * `r-84`. A département is its INSEE code, `69` or `2A`; an EPCI its SIREN, nine digits.
 */
export const regionId = (code: string): string => `r-${code}`;

/** What an address designates by its shape alone; it may still not exist. Undefined when it has no known shape. */
export function parseTerritoryId(id: string): { level: 'region' | 'departement' | 'epci'; code: string } | undefined {
  if (/^r-\d{2}$/.test(id)) return { level: 'region', code: id.slice(2) };
  if (/^(\d{2}|2[AB]|97\d)$/.test(id)) return { level: 'departement', code: id };
  if (/^\d{9}$/.test(id)) return { level: 'epci', code: id };
  return undefined;
}
