import { fail } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import type { Lang } from '#lib/domain/language.ts';

/** Runs a form's action; a failure that has a name becomes a sentence beside the form. */
export async function failTold<T>(lang: Lang, job: () => Promise<T>): Promise<T | ReturnType<typeof fail<{ sentence: string }>>> {
  try {
    return await job();
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    return fail(failure.status, { sentence: failure.sentence(lang) });
  }
}
