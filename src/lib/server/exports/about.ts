import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';

export const LICENCE = { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' };

/** What every file and answer says of itself: its edition, its licence, the meaning of its symbols. */
export function about(edition: EditionSummary, rest: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    edition: { version: edition.version, publishedAt: edition.publishedAt, status: edition.status, contentHash: edition.contentHash },
    licence: LICENCE,
    symbols: { x: 'not known', z: 'not applicable', c: 'statistical confidentiality', low: 'rounds to 0' },
    ...rest
  };
}
