/**
 * The fixed colour of an option or of a group: the same code has the same colour in every figure.
 * Codes outside the list take the neutral one; colour is never the only way to tell two of them apart.
 */
const ORDER: Record<string, number> = {
  // Objectives
  access: 1,
  capacity: 6,
  governance: 3,
  producers: 4,
  outlets: 7,
  precarity: 2,
  advocacy: 5,
  // Lead types
  association: 1,
  collectif: 6,
  collectivite: 3,
  securite_sociale: 5,
  mutuelle: 7,
  ess: 4,
  recherche: 8,
  // Territory types
  urban: 3,
  periurban: 4,
  rural: 1
};

export function optionColour(code: string): string {
  return `var(--option-${ORDER[code] ?? 8})`;
}
