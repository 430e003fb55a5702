import { withRight } from '#lib/server/accounts/guard.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { fileWarnings } from '../file-warnings.ts';
import { chooseRows, questionRows } from './rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const preparation = await prepareDeposit(event.params.deposit);
    const { lang } = event.locals;
    const all = questionRows(preparation);
    const { questions } = preparation.codebook;
    const used = new Set(all.map(({ value }) => value.split('#')[0]));
    return {
      ...chooseRows(all, questions.length, event.url.searchParams),
      total: all.length,
      warnings: fileWarnings(preparation, lang),
      open: all.filter(({ value }) => value === '').length,
      questions: questions.map(({ code, label, type, level, options = [] }) => ({ code, label: label[lang], type, level, options: Object.fromEntries(options.map((option) => [option.code, option.label[lang]])) })),
      unused: questions.flatMap(({ code, label }) => (used.has(code) ? [] : [{ code, label: label[lang] }]))
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
    }, 'reponses')
};
