import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { getDeposit, prepareDeposit, saveDecisions, type Deposit, type Preparation } from '#lib/server/wave-intake/index.ts';

export type Decisions = Deposit['decisions'];
type Change = (decisions: Decisions, form: FormData, preparation: Preparation) => Decisions | Promise<Decisions>;

/**
 * What every form of the wizard does: changes the decisions of the deposit, from those that the editor saw. Somebody
 * else's later ones are never overwritten: the failure says so, in a sentence.
 */
export function decide(event: RequestEvent<{ deposit: string }>, change: Change): Promise<{ saved: true } | ActionFailure<{ sentence: string }>> {
  return withRight(event, 'wave.deposit', async (account) => {
    const form = await event.request.formData();
    const id = event.params.deposit;
    const [deposit, preparation] = await Promise.all([getDeposit(id), prepareDeposit(id)]);
    try {
      const decisions = await change(structuredClone(deposit.decisions), form, preparation);
      if (JSON.stringify(decisions) === JSON.stringify(deposit.decisions)) return { saved: true as const };
      await saveDecisions(id, decisions, { actor: account.email, revision: Number(form.get('revision')) });
      return { saved: true as const };
    } catch (failure) {
      if (!(failure instanceof DomainError)) throw failure;
      return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
    }
  });
}
