import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from '#lib/i18n/generated/server.js';

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    event.locals.lang = locale as 'fr' | 'en';
    return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
  });
