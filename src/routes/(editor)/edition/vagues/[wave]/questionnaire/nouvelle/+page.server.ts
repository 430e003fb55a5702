import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { addQuestion, changeCodebook } from '#lib/server/wave-intake/codebook-edit.ts';
import { getDeposit, prepareDeposit, saveDecisions } from '#lib/server/wave-intake/index.ts';
import { readQuestion } from '#lib/server/wave-intake/question-form.ts';
import { earlierQuestions, loadQuestionnaire } from '../load-questionnaire.ts';
import { fieldsOf, fieldsTyped, questionFromSource } from '../question-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** The column of a deposit that the question is made from, when the address names one. */
const origin = (url: URL): { deposit: string; source: string } | undefined => {
  const [deposit, source] = [url.searchParams.get('depot'), url.searchParams.get('source')];
  return deposit && source ? { deposit, source } : undefined;
};

export const load: PageServerLoad = (event) =>
  withRight(event, 'wave.deposit', async () => {
    const { wave, codebook, version, earlier } = await loadQuestionnaire(event.params.wave);
    const from = origin(event.url);
    const source = from && (await prepareDeposit(from.deposit)).reading?.questions.find(({ id }) => id === from.source);
    const taken = new Set(codebook.questions.map(({ code }) => code));
    return {
      wave: { id: wave.id, title: wave.title[event.locals.lang] },
      version,
      from: from && source ? { ...from, label: source.label } : undefined,
      fields: fieldsOf(source ? questionFromSource(source, taken) : {}),
      earlier: earlierQuestions(earlier, event.locals.lang)
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const { wave } = event.params;
      const { lang } = event.locals;
      const form = await event.request.formData();
      const { earlier, codebook } = await loadQuestionnaire(wave);
      const { question, problems } = readQuestion(form, earlier);
      const fields = fieldsTyped(form, earlier.map((each) => each.wave));
      if (codebook.questions.some(({ code }) => code === question.code) && !problems.includes('code')) problems.push('code');
      if (problems.length) return fail(400, { problems, fields });
      const from = origin(event.url);
      try {
        await changeCodebook({ wave, actor: account.email, version: Number(form.get('version')), change: (content) => addQuestion(content, question) });
        if (from) {
          const { decisions, revision } = await getDeposit(from.deposit);
          await saveDecisions(from.deposit, { ...decisions, questions: { ...decisions.questions, [from.source]: question.code } }, { actor: account.email, revision });
        }
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(lang), fields });
      }
      redirect(303, href(from ? `/edition/vagues/${wave}/depots/${from.deposit}/associer` : `/edition/vagues/${wave}/questionnaire?enregistree=${question.code}#${question.code}`, { lang }));
    })
};
