import { attack } from '#lib/domain/confidentiality/attack.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { EditionContent } from '../queries/editions.ts';
import { blockingProblems } from './text-problems.ts';

/**
 * The last look before an edition leaves: a hidden number that a reader could find again, or a text whose number is
 * stale or impossible, stops the publication.
 *
 * @throws DomainError `edition_discloses`, `edition_text_stale`
 */
export function refuseUnsafe({ tables, texts }: EditionContent): void {
  const recovered = attack(tables);
  if (recovered.length > 0) throw new DomainError('edition_discloses', { cells: recovered.map(({ table, cell }) => `${table} ${cell}`).join(', ') });
  const stale = blockingProblems(texts, tables).map(({ key, lang, where }) => `${key} (${lang}) ${where}`);
  if (stale.length > 0) throw new DomainError('edition_text_stale', { texts: stale.join(', ') });
}
