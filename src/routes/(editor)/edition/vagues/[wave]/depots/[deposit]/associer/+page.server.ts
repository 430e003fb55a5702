import { withRight } from '#lib/server/accounts/guard.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { optionRows, questionRows } from './rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const preparation = await prepareDeposit(event.params.deposit);
    const { lang } = event.locals;
    return {
      rows: questionRows(preparation),
      options: optionRows(preparation, lang),
      questions: preparation.codebook.questions.map(({ code, label, type, level }) => ({ code, label: label[lang], type, level }))
    };
  });

export const actions: Actions = {
  /** A choice that only repeats the proposal is no decision: a later, better proposal may still replace it. */
  questions: (event) =>
    decide(event, (decisions, form, preparation) => {
      const questions = { ...decisions.questions };
      for (const { source, value } of questionRows(preparation)) {
        const chosen = form.get(`q:${source}`);
        if (typeof chosen !== 'string' || chosen === value) continue;
        if (chosen === '') delete questions[source];
        else questions[source] = chosen;
      }
      return { ...decisions, questions };
    }),

  options: (event) =>
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
    })
};
