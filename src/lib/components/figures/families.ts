import type { Lang, Text } from '#lib/domain/language.ts';

/** Families of funding, in their fixed order. */
export const FAMILIES = ['self', 'private', 'public'] as const;
export type Family = (typeof FAMILIES)[number];

export const FAMILY_LABELS: Record<Family, Text> = {
  self: { fr: 'Autofinancement', en: 'Self-funding' },
  private: { fr: 'Financements privés', en: 'Private funding' },
  public: { fr: 'Financements publics', en: 'Public funding' }
};

/** Funder types of each family, in the order in which they are read. */
export const FUNDER_TYPES: Record<Family, readonly string[]> = {
  self: ['contributions', 'donations', 'sales', 'other_own'],
  private: ['foundations_funds', 'companies', 'crowdfunding'],
  public: ['national', 'regional', 'departmental', 'local', 'social_security', 'european']
};

/** The family of a funder type, or of a family's own code; undefined for anything else. */
export function familyOf(code: string): Family | undefined {
  return FAMILIES.find((family) => family === code || FUNDER_TYPES[family].includes(code));
}

/** The hue of a funder type: always its family's, in every figure. */
export function familyColour(code: string): string {
  const family = familyOf(code);
  return family ? `var(--family-${family})` : 'var(--mark)';
}

/** The colour of a text written inside a mark of `familyColour`. */
export function onFamilyColour(code: string): string {
  const family = familyOf(code);
  return family ? `var(--on-family-${family})` : 'var(--paper)';
}

/** A family's short name inside a picture; the whole label stands in the table. */
export function shortLabel(code: string, label: Text, lang: Lang): string {
  const family = FAMILIES.find((each) => each === code);
  return (family ? FAMILY_LABELS[family] : label)[lang];
}
