import { withRight } from '#lib/server/accounts/guard.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { questionRows } from './rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const preparation = await prepareDeposit(event.params.deposit);
    const { lang } = event.locals;
    return {
      rows: questionRows(preparation),
      questions: preparation.codebook.questions.map(({ code, label, type, level }) => ({ code, label: label[lang], type, level }))
    };
  });

export const actions: Actions = {
  /** A choice that only repeats the proposal is no decision: a later, better proposal may still replace it. */
  default: (event) =>
    decide(event, (decisions, form, preparation) => {
      const questions = { ...decisions.questions };
      for (const { source, value } of questionRows(preparation)) {
        const chosen = form.get(`q:${source}`);
        if (typeof chosen !== 'string' || chosen === value) continue;
        if (chosen === '') delete questions[source];
        else questions[source] = chosen;
      }
      return { ...decisions, questions };
    })
};
