import { fail } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { nameChange } from '#lib/server/wave-intake/decision-names.ts';
import { readDecisions } from '#lib/server/wave-intake/decisions-file.ts';
import { getDeposit, prepareDeposit, saveDecisions } from '#lib/server/wave-intake/index.ts';
import { listDecisionSteps } from '#lib/server/queries/intake.ts';
import { undoStep } from './undo-step.ts';
import type { Actions, PageServerLoad } from './$types';

/** Changes of one step shown; a file of decisions may bring thousands. */
const SHOWN = 12;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const [steps, { taken, codebook }] = await Promise.all([listDecisionSteps(event.params.deposit), prepareDeposit(event.params.deposit)]);
    return {
      steps: steps.map(({ id, at, actor, changes, undoes }) => ({ id, at, actor, changes: changes.slice(0, SHOWN).map((change) => nameChange(change, codebook, event.locals.lang)), count: changes.length, undoes })),
      taken: taken.slice(0, 200)
    };
  });

export const actions: Actions = {
  undo: undoStep,

  import: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const form = await event.request.formData();
      const file = form.get('file');
      const decisions = file instanceof File && file.size > 0 ? readDecisions(await file.text()) : undefined;
      if (!decisions) return fail(400, { problem: 'file' as const });
      try {
        const { revision } = await getDeposit(event.params.deposit);
        await saveDecisions(event.params.deposit, decisions, { actor: account.email, revision: Number(form.get('revision') ?? revision) });
        return { saved: true as const };
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
      }
    })
};
