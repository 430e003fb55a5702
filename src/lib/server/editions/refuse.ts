import { attack } from '#lib/domain/confidentiality/attack.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Assembled } from './assemble.ts';
import { blockingProblems } from './text-problems.ts';

/** Where hidden numbers could be found again: in the edition alone, or in all editions together. Empty when nowhere. */
export function disclosures({ content, told }: Pick<Assembled, 'content' | 'told'>): string[] {
  return [...attack(content.tables).map(({ table, cell }) => `${table} ${cell}`), ...told.map(({ table, quantity }) => `${table} ${quantity}`)];
}

/**
 * The last look before an edition leaves: a hidden number that a reader could find again, in it or in all editions together, or a text whose number is
 * stale or impossible, stops the publication.
 *
 * @throws DomainError `edition_discloses`, `edition_text_stale`
 */
export function refuseUnsafe(assembled: Pick<Assembled, 'content' | 'told'>): void {
  const { tables, texts } = assembled.content;
  const recovered = disclosures(assembled);
  if (recovered.length > 0) throw new DomainError('edition_discloses', { cells: [...new Set(recovered)].join(', ') });
  const stale = blockingProblems(texts, tables).map(({ key, lang, where }) => `${key} (${lang}) ${where}`);
  if (stale.length > 0) throw new DomainError('edition_text_stale', { texts: stale.join(', ') });
}
