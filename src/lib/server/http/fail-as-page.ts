import { error } from '@sveltejs/kit';
import { DomainError } from '../../domain/errors.ts';
import type { Lang } from '../../domain/language.ts';

/** Answers a failure with its own status and its sentence in the reader's language; anything else goes on as it is. */
export function failAsPage(failure: unknown, lang: Lang): never {
  if (failure instanceof DomainError) error(failure.status, { message: failure.sentence(lang), code: failure.code });
  throw failure;
}

/** Runs what a page needs; a domain failure becomes the page of that failure. */
export async function answering<T>(event: { locals: App.Locals }, job: () => T | Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (failure) {
    failAsPage(failure, event.locals.lang);
  }
}
