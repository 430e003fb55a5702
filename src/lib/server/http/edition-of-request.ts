import type { EditionSummary } from '../../domain/confidentiality/edition.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Lang } from '../../domain/language.ts';
import { listEditions } from '../queries/publication.ts';
import { replacementOf } from './replacement.ts';

export type EditionOfRequest = {
  edition?: EditionSummary;
  /** Why the address cannot be answered: its edition is unknown or withdrawn. */
  failure?: DomainError;
  /** What to read instead of a withdrawn edition, when something is online. */
  replacement?: EditionSummary | undefined;
  /** Changes whenever any page of the publication may change. */
  state: string;
};

/** The edition that a public address names, or the newest that is not withdrawn. One read answers both. */
export async function editionOfRequest(version: string | undefined, lang: Lang): Promise<EditionOfRequest> {
  const editions = await listEditions();
  const state = editions.map((edition) => `${edition.version}:${edition.status}:${edition.contentHash.slice(0, 12)}`).join(' ');
  if (!version) return { edition: editions.find((edition) => edition.status === 'published'), state };
  const edition = editions.find((candidate) => candidate.version === version);
  if (!edition) return { failure: new DomainError('edition_unknown', { version }), state };
  if (edition.status === 'withdrawn') {
    const reason = edition.withdrawalReason?.[lang] ?? '';
    return { failure: new DomainError('edition_withdrawn', { version, reason }), replacement: replacementOf(edition, editions), state };
  }
  return { edition, state };
}
