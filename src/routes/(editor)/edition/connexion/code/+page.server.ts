import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { callAuth } from '#lib/server/accounts/call.ts';
import { returnAddress } from '#lib/server/accounts/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  if (event.locals.account) redirect(303, returnAddress(event));
};

export const actions: Actions = {
  default: async (event) => {
    const code = String((await event.request.formData()).get('code') ?? '').replace(/\s/g, '');
    // Six digits come from the application, anything longer is one of the recovery codes.
    const recovery = code.length > 6;
    const answer = await callAuth(event, recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', { code });
    if (answer.ok) redirect(303, returnAddress(event));
    if (answer.code === 'INVALID_TWO_FACTOR_COOKIE') redirect(303, href(`/edition/connexion${event.url.search}`, { lang: event.locals.lang }));
    return fail(answer.status === 429 ? 429 : 400, { problem: answer.status === 429 ? ('too_many' as const) : ('wrong' as const) });
  }
};
