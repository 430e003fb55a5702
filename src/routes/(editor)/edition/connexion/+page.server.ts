import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { callAuth } from '#lib/server/accounts/call.ts';
import { returnAddress } from '#lib/server/accounts/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  if (event.locals.account) redirect(303, returnAddress(event));
  return { back: returnAddress(event) !== href('/edition', { lang: event.locals.lang }) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = String(form.get('email') ?? '').trim();
    const password = String(form.get('password') ?? '');
    if (!email || !password) return fail(400, { email, problem: 'incomplete' as const });
    const answer = await callAuth(event, '/sign-in/email', { email, password, rememberMe: true });
    if (answer.status === 429) return fail(429, { email, problem: 'too_many' as const });
    if (!answer.ok) return fail(400, { email, problem: answer.code === 'BANNED_USER' ? ('closed' as const) : ('wrong' as const) });
    if (answer.body.twoFactorRedirect) redirect(303, href(`/edition/connexion/code${event.url.search}`, { lang: event.locals.lang }));
    redirect(303, returnAddress(event));
  }
};
