import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { callAuth } from '#lib/server/accounts/call.ts';
import type { Actions, PageServerLoad } from './$types';

/** Following a link never signs anybody out. */
export const load: PageServerLoad = ({ locals }) => redirect(303, href('/edition', { lang: locals.lang }));

export const actions: Actions = {
  default: async (event) => {
    await callAuth(event, '/sign-out', {});
    redirect(303, href('/edition/connexion', { lang: event.locals.lang }));
  }
};
