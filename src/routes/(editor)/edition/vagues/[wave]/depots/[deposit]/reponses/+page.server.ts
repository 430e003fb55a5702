import { withRight } from '#lib/server/accounts/guard.ts';
import { knownAnswers, optionRows } from '#lib/server/wave-intake/answer-rows.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const preparation = await prepareDeposit(event.params.deposit);
    const { lang } = event.locals;
    return { rows: optionRows(preparation, lang), known: knownAnswers(preparation, lang) };
  });

export const actions: Actions = {
  default: (event) =>
    decide(event, (decisions, form, preparation) => {
      const options = { ...decisions.options };
      for (const { question, seen } of optionRows(preparation, event.locals.lang)) {
        const chosen = form.get(`o:${question}:${seen}`);
        if (typeof chosen !== 'string') continue;
        const { [seen]: before, ...others } = options[question] ?? {};
        void before;
        options[question] = chosen ? { ...others, [seen]: chosen } : others;
      }
      return { ...decisions, options };
    }, 'rapprocher')
};
