import { fail } from '@sveltejs/kit';
import { isRole } from '#lib/domain/accounts/rights.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { listAccounts, setClosed, setRole } from '#lib/server/queries/accounts.ts';
import { createInvitation, listInvitations, revokeInvitation } from '#lib/server/queries/invitations.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'account.manage', async (account) => {
    const [accounts, invitations] = await Promise.all([listAccounts(workshop()), listInvitations(workshop())]);
    const now = new Date().toISOString();
    return {
      self: account.id,
      accounts: accounts.map((row) => ({ ...row, role: isRole(row.role) ? row.role : ('reader' as const) })),
      invitations: invitations
        .filter((row) => !row.usedAt && !row.revokedAt && row.expiresAt > now)
        .map((row) => ({
          id: row.id,
          role: isRole(row.role) ? row.role : ('reader' as const),
          recipient: row.recipient,
          expiresAt: row.expiresAt,
          resets: row.resets !== null
        }))
    };
  });

export const actions: Actions = {
  invite: (event) =>
    withRight(event, 'account.manage', async (account) => {
      const form = await event.request.formData();
      const role = form.get('role');
      const recipient = String(form.get('recipient') ?? '').trim().slice(0, 200);
      if (!isRole(role)) return fail(400, { problem: 'role' as const });
      const { token, expiresAt } = await createInvitation(workshop(), { role, recipient, actor: account.email, invitedBy: account.id, now: new Date() });
      return { link: { address: linkTo(event, token), recipient, expiresAt } };
    }),

  recover: (event) =>
    withRight(event, 'account.manage', async (account) => {
      const id = String((await event.request.formData()).get('account') ?? '');
      const target = (await listAccounts(workshop())).find((row) => row.id === id);
      if (!target || !isRole(target.role)) return fail(404, { problem: 'unknown' as const });
      const { token, expiresAt } = await createInvitation(workshop(), {
        role: target.role,
        resets: target.id,
        recipient: target.email,
        actor: account.email,
        invitedBy: account.id,
        days: 1,
        now: new Date()
      });
      return { link: { address: linkTo(event, token), recipient: target.email, expiresAt } };
    }),

  uninvite: (event) =>
    withRight(event, 'account.manage', async (account) => {
      await revokeInvitation(workshop(), String((await event.request.formData()).get('invitation') ?? ''), account.email, new Date());
      return { done: true };
    }),

  role: (event) =>
    withRight(event, 'account.manage', async (account) => {
      const form = await event.request.formData();
      const role = form.get('role');
      if (!isRole(role)) return fail(400, { problem: 'role' as const });
      const outcome = await setRole(workshop(), String(form.get('account') ?? ''), role, account.email, new Date());
      return outcome === 'last' ? fail(409, { problem: 'last' as const }) : { done: true };
    }),

  close: (event) => withRight(event, 'account.manage', async (account) => closing(event, account.email, true)),
  reopen: (event) => withRight(event, 'account.manage', async (account) => closing(event, account.email, false))
};

type Event = Parameters<NonNullable<Actions['close']>>[0];

async function closing(event: Event, actor: string, closed: boolean) {
  const id = String((await event.request.formData()).get('account') ?? '');
  const outcome = await setClosed(workshop(), id, closed, actor, new Date());
  return outcome === 'last' ? fail(409, { problem: 'last' as const }) : { done: true };
}

/** The whole address, to be copied into a message. */
function linkTo({ url, locals }: Event, token: string): string {
  return url.origin + href(`/edition/invitation/${token}`, { lang: locals.lang });
}
