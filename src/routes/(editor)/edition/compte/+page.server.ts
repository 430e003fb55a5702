import { fail } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { callAuth } from '#lib/server/accounts/call.ts';
import { describeBrowser } from '#lib/server/accounts/describe-browser.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { listSessions, revokeOtherSessions, revokeSession } from '#lib/server/queries/accounts.ts';
import { recordAudit } from '#lib/server/queries/audit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const sessions = await listSessions(workshop(), account.id, new Date());
    return {
      twoFactor: account.twoFactor,
      sessions: sessions.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
        id,
        createdAt,
        updatedAt,
        ipAddress,
        browser: describeBrowser(userAgent),
        current: id === account.session
      }))
    };
  });

/** What the application that makes the codes needs: the picture, and the key for those who type it. */
function pairing(uri: string, recoveryCodes: string[]) {
  const key = new URL(uri).searchParams.get('secret') ?? '';
  return { uri, key: key.replace(/(.{4})(?=.)/g, '$1 '), picture: renderSVG(uri, { border: 2, whiteColor: '#ffffff', blackColor: '#000000' }), recoveryCodes };
}

export const actions: Actions = {
  password: (event) =>
    withRight(event, 'workshop.read', async (account) => {
      const form = await event.request.formData();
      const newPassword = String(form.get('new') ?? '');
      if (newPassword.length < 12 || newPassword.length > 128) return fail(400, { part: 'password' as const, problem: 'length' as const });
      const answer = await callAuth(event, '/change-password', {
        currentPassword: String(form.get('current') ?? ''),
        newPassword,
        revokeOtherSessions: true
      });
      if (!answer.ok) return fail(400, { part: 'password' as const, problem: answer.status === 429 ? ('too_many' as const) : ('wrong' as const) });
      await recordAudit(workshop(), { actor: account.email, action: 'account.password', subject: `account:${account.email}`, details: {} });
      return { part: 'password' as const, done: true };
    }),

  start: (event) =>
    withRight(event, 'workshop.read', async () => {
      const password = String((await event.request.formData()).get('password') ?? '');
      const answer = await callAuth(event, '/two-factor/enable', { password, method: 'totp' });
      if (!answer.ok) return fail(400, { part: 'two-factor' as const, problem: answer.status === 429 ? ('too_many' as const) : ('wrong' as const) });
      const codes = Array.isArray(answer.body.backupCodes) ? answer.body.backupCodes.map(String) : [];
      return { part: 'two-factor' as const, pairing: pairing(String(answer.body.totpURI), codes) };
    }),

  confirm: (event) =>
    withRight(event, 'workshop.read', async (account) => {
      const form = await event.request.formData();
      const code = String(form.get('code') ?? '').replace(/\s/g, '');
      const answer = await callAuth(event, '/two-factor/verify-totp', { code });
      if (!answer.ok) {
        const uri = String(form.get('uri') ?? '');
        const shown = uri.startsWith('otpauth://') ? { pairing: pairing(uri, form.getAll('recovery').map(String)) } : {};
        return fail(400, { part: 'two-factor' as const, problem: 'code' as const, ...shown });
      }
      await recordAudit(workshop(), { actor: account.email, action: 'account.two_factor', subject: `account:${account.email}`, details: { on: true } });
      return { part: 'two-factor' as const, done: true };
    }),

  disable: (event) =>
    withRight(event, 'workshop.read', async (account) => {
      const password = String((await event.request.formData()).get('password') ?? '');
      const answer = await callAuth(event, '/two-factor/disable', { password });
      if (!answer.ok) return fail(400, { part: 'two-factor' as const, problem: 'wrong' as const });
      await recordAudit(workshop(), { actor: account.email, action: 'account.two_factor', subject: `account:${account.email}`, details: { on: false } });
      return { part: 'two-factor' as const, done: true };
    }),

  revoke: (event) =>
    withRight(event, 'workshop.read', async (account) => {
      await revokeSession(workshop(), account.id, String((await event.request.formData()).get('session') ?? ''));
      return { part: 'sessions' as const, done: true };
    }),

  others: (event) =>
    withRight(event, 'workshop.read', async (account) => {
      await revokeOtherSessions(workshop(), account.id, account.session);
      return { part: 'sessions' as const, done: true };
    })
};
