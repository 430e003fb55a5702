import { fail, redirect } from '@sveltejs/kit';
import { hashPassword } from 'better-auth/crypto';
import { isRole } from '#lib/domain/accounts/rights.ts';
import { href } from '#lib/i18n/href.ts';
import { callAuth } from '#lib/server/accounts/call.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { claimInvitation } from '#lib/server/queries/accounts.ts';
import { findOpenInvitation } from '#lib/server/queries/invitations.ts';
import type { Actions, PageServerLoad } from './$types';

const LONG_ENOUGH = 12;

export const load: PageServerLoad = async ({ params, setHeaders }) => {
  // The address holds a secret: it must not travel to other sites.
  setHeaders({ 'referrer-policy': 'no-referrer' });
  const found = await findOpenInvitation(workshop(), params.token, new Date());
  if (!found) return { open: false as const };
  return { open: true as const, role: isRole(found.role) ? found.role : 'reader', resets: found.resetsEmail };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const name = String(form.get('name') ?? '').trim().slice(0, 200);
    const typed = String(form.get('email') ?? '').trim().slice(0, 200);
    const password = String(form.get('password') ?? '');
    const invitation = await findOpenInvitation(workshop(), event.params.token, new Date());
    const email = invitation?.resetsEmail ?? typed;
    const problems = {
      ...(!invitation?.resets && !name ? { name: 'missing' as const } : {}),
      ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: 'invalid' as const }),
      ...(password.length < LONG_ENOUGH ? { password: 'short' as const } : password.length > 128 ? { password: 'long' as const } : {})
    };
    if (Object.keys(problems).length) return fail(400, { name, email, problems });

    const claimed = await claimInvitation(workshop(), event.params.token, { name, email, passwordHash: await hashPassword(password) }, new Date());
    if (claimed === 'used') return fail(410, { name, email, problems: {}, used: true });
    if (claimed === 'taken') return fail(409, { name, email, problems: { email: 'taken' as const } });
    const answer = await callAuth(event, '/sign-in/email', { email, password, rememberMe: true });
    redirect(303, href(answer.ok ? '/edition' : '/edition/connexion', { lang: event.locals.lang }));
  }
};
