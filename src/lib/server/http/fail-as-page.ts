import { error } from '@sveltejs/kit';
import { DomainError } from '../../domain/errors.ts';
import type { Lang } from '../../domain/language.ts';

/** Answers a failure with its own status and its sentence in the reader's language; anything else goes on as it is. */
export function failAsPage(failure: unknown, lang: Lang, more: Pick<App.Error, 'withdrawn'> = {}): never {
  if (failure instanceof DomainError) error(failure.status, { message: failure.sentence(lang), code: failure.code, ...more });
  throw failure;
}
