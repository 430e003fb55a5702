import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { listDepositCommits } from '#lib/server/queries/deposit-commits.ts';
import { abandonAmendment, isBeingAmended, reopenDeposit } from '#lib/server/wave-intake/amend.ts';
import { getDeposit } from '#lib/server/wave-intake/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const deposit = await getDeposit(event.params.deposit);
    return {
      mayAmend: holds(account.role, 'wave.deposit'),
      beingAmended: await isBeingAmended(deposit),
      commits: (await listDepositCommits(deposit.id)).map(({ id, committedAt, committedBy, reopenedBy, reason }) => ({ id, committedAt, committedBy, reopenedBy, reason }))
    };
  });

export const actions: Actions = {
  reopen: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const reason = String((await event.request.formData()).get('reason') ?? '').trim().slice(0, 500);
      if (!reason) return fail(400, { missing: true as const });
      try {
        await reopenDeposit(event.params.deposit, { actor: account.email, reason });
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
      }
      redirect(303, href(`/edition/vagues/${event.params.wave}/depots/${event.params.deposit}/controler`, { lang: event.locals.lang }));
    }),

  keep: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      try {
        await abandonAmendment(event.params.deposit, account.email);
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
      }
      redirect(303, href(`/edition/vagues/${event.params.wave}/depots/${event.params.deposit}/publier`, { lang: event.locals.lang }));
    })
};
