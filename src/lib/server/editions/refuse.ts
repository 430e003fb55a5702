import { attack } from '#lib/domain/confidentiality/attack.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Assembled } from './assemble.ts';
import { blockingProblems } from './text-problems.ts';

/** Where hidden numbers could be found again: in the edition alone, or in all editions together. Empty when nowhere. */
export function disclosures({ content, told }: Pick<Assembled, 'content' | 'told'>): string[] {
  return [...new Set([...attack(content.tables).map(({ table, cell }) => `${table} ${cell}`), ...told.map(({ table, quantity }) => `${table} ${quantity}`)])];
}

/** Who would have to stay unnamed for nothing to be found again, when only what they publish tells. Empty otherwise. */
export function namesThatTell({ content, told, keepBack }: Pick<Assembled, 'content' | 'told' | 'keepBack'>): string[] {
  const others = told.filter(({ beside }) => !beside).length + attack(content.tables).length;
  return others === 0 ? keepBack : [];
}

/**
 * The last look before an edition leaves: a hidden number that a reader could find again, in it or in all editions together, or a text whose number is
 * stale or impossible, stops the publication.
 *
 * @throws DomainError `edition_names_disclose`, `edition_discloses`, `edition_text_stale`
 */
export function refuseUnsafe(assembled: Pick<Assembled, 'content' | 'told' | 'keepBack'>): void {
  const { tables, texts } = assembled.content;
  const recovered = disclosures(assembled);
  const names = namesThatTell(assembled);
  if (names.length > 0) throw new DomainError('edition_names_disclose', { initiatives: names.join(', '), cells: recovered.join(', ') });
  if (recovered.length > 0) throw new DomainError('edition_discloses', { cells: recovered.join(', ') });
  const stale = blockingProblems(texts, tables).map(({ key, lang, where }) => `${key} (${lang}) ${where}`);
  if (stale.length > 0) throw new DomainError('edition_text_stale', { texts: stale.join(', ') });
}
