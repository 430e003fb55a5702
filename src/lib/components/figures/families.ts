import { FAMILY_LABELS, FUNDER_FAMILIES, familyOf as familyOfType, type FunderFamily } from '#lib/domain/indicators/funder-types.ts';
import type { Lang, Text } from '#lib/domain/language.ts';

/** The family of a funder type, or of a family's own code; undefined for anything else. */
export function familyOf(code: string): FunderFamily | undefined {
  return FUNDER_FAMILIES.find((family) => family === code) ?? familyOfType(code);
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
  const family = FUNDER_FAMILIES.find((each) => each === code);
  return (family ? FAMILY_LABELS[family] : label)[lang];
}
