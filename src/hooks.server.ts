import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/i18n/generated/runtime.js';
import { paraglideMiddleware } from '#lib/i18n/generated/server.js';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { splitVersion } from '#lib/i18n/pinned.ts';
import { openSession } from '#lib/server/accounts/session.ts';
import { closeDatabases } from '#lib/server/db/databases.ts';
import { editionOfRequest } from '#lib/server/http/edition-of-request.ts';
import { failAsPage } from '#lib/server/http/fail-as-page.ts';
import { log } from '#lib/server/http/log.ts';
import { publishedPage } from '#lib/server/http/published-page.ts';
import { loggablePath } from './bin/serve/loggable-path.mjs';
import { secure } from '#lib/server/http/security-headers.ts';

process.on('sveltekit:shutdown' as never, closeDatabases);

/** Pages that have something to say before the first edition, or once the last one is withdrawn. */
const SPEAKS_WITHOUT_EDITION = /^\/(login|robots\.txt|sitemap\.xml)$|^\/\(public\)\/(editions|accessibilite|mentions-legales)\b/;

/** The editor's side is the only one that opens the workshop database and a session. */
const isWorkshop = (route: string | null): boolean => route?.startsWith('/(editor)') ?? false;

/** Public pages that answer one person (the outcome of a correction): no cache may keep them. */
const isPersonal = (route: string): boolean => route.startsWith('/(public)/corrections/');

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    event.locals.lang = locale as 'fr' | 'en';
    const render = async (): Promise<Response> =>
      resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
    const response = isWorkshop(event.route.id) ? await workshopPage(event, render) : await publicPage(event, render);
    secure(response.headers, {
      embed: event.route.id?.startsWith('/embed') ?? false,
      https: event.url.protocol === 'https:',
      tiles: event.route.id === '/(public)/initiatives/plan'
    });
    return response;
  });

async function workshopPage(event: RequestEvent, render: () => Promise<Response>): Promise<Response> {
  event.locals.account = await openSession(event);
  const response = await render();
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

async function publicPage(event: RequestEvent, render: () => Promise<Response>): Promise<Response> {
  const { version } = splitVersion(deLocalizeUrl(event.url).pathname);
  const { edition, failure = missingEdition(event, edition), replacement, state } = await editionOfRequest(version, event.locals.lang);
  event.locals.edition = edition;
  event.locals.pinned = version !== undefined;
  event.locals.failure = failure;
  event.locals.replacement = replacement;
  // Pages show the failure in the site's own layout; data and embeds answer at once.
  if (failure && event.route.id !== null && !event.route.id.startsWith('/(public)')) failAsPage(failure, event.locals.lang);
  return event.route.id === null || isPersonal(event.route.id) ? render() : publishedPage(event, state, render);
}

function missingEdition({ route }: RequestEvent, edition: EditionSummary | undefined): DomainError | undefined {
  return edition || route.id === null || SPEAKS_WITHOUT_EDITION.test(route.id) ? undefined : new DomainError('no_edition');
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message };
  log.error({ err: error, url: loggablePath(event.url.pathname), status }, 'unexpected failure');
  return { message };
};
