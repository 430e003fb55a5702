import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { failAsPage } from '../http/fail-as-page.ts';

/** The edition that a public request shows. Answers the failure's page when there is none, or when it is withdrawn. */
export function shownEdition(locals: App.Locals): EditionSummary {
  const failure = locals.failure ?? (locals.edition ? undefined : new DomainError('no_edition'));
  if (failure || !locals.edition) failAsPage(failure, locals.lang);
  return locals.edition;
}

/** The version that links must keep: only a pinned address passes its edition on. */
export function pinnedVersion(locals: App.Locals): string | undefined {
  return locals.pinned ? locals.edition?.version : undefined;
}
