import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { href } from '#lib/i18n/href.ts';
import { getDeposit, prepareDeposit, saveDecisions, type Deposit, type Preparation } from '#lib/server/wave-intake/index.ts';
import type { Step } from './steps.ts';

export type Decisions = Deposit['decisions'];
type Change = (decisions: Decisions, form: FormData, preparation: Preparation) => Decisions | Promise<Decisions>;

/**
 * What every form of the wizard does: changes the decisions of the deposit, from those that the editor saw. Somebody
 * else's later ones are never overwritten: the failure says so, in a sentence.
 *
 * @param next step that a form sent by its button `next` goes on to, once saved
 */
export function decide(event: RequestEvent<{ wave: string; deposit: string }>, change: Change, next?: Step): Promise<{ saved: true } | ActionFailure<{ sentence: string }>> {
  return withRight(event, 'wave.deposit', async (account) => {
    const form = await event.request.formData();
    const { wave, deposit: id } = event.params;
    const [deposit, preparation] = await Promise.all([getDeposit(id), prepareDeposit(id)]);
    try {
      const decisions = await change(structuredClone(deposit.decisions), form, preparation);
      const same = JSON.stringify(decisions) === JSON.stringify(deposit.decisions);
      if (!same) await saveDecisions(id, decisions, { actor: account.email, revision: Number(form.get('revision')) });
      if (next && form.has('next')) redirect(303, href(`/edition/vagues/${wave}/depots/${id}/${next}`, { lang: event.locals.lang }));
      return { saved: true as const };
    } catch (failure) {
      if (!(failure instanceof DomainError)) throw failure;
      return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
    }
  });
}
