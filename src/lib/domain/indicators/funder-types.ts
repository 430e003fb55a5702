import type { Text } from '../language.ts';

/** The three families of funding, in the order they are shown. */
export const FUNDER_FAMILIES = ['self', 'private', 'public'] as const;
export type FunderFamily = (typeof FUNDER_FAMILIES)[number];

export const FAMILY_LABELS: Record<FunderFamily, Text> = {
  self: { fr: 'Autofinancement', en: 'Self-funding' },
  private: { fr: 'Financements privés', en: 'Private funding' },
  public: { fr: 'Financements publics', en: 'Public funding' }
};

/** Funder types and their family; a type that is not here (an option added later) belongs to no family until it is. */
export const FUNDER_TYPES: Readonly<Record<string, FunderFamily>> = {
  contributions: 'self',
  donations: 'self',
  sales: 'self',
  other_own: 'self',
  foundations_funds: 'private',
  companies: 'private',
  crowdfunding: 'private',
  national: 'public',
  regional: 'public',
  departmental: 'public',
  local: 'public',
  social_security: 'public',
  european: 'public'
};

/** Family of a funder type, when it is known. */
export function familyOf(code: string): FunderFamily | undefined {
  return FUNDER_TYPES[code];
}
