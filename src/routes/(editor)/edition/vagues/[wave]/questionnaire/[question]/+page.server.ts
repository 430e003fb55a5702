import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { changeCodebook, replaceQuestion } from '#lib/server/wave-intake/codebook-edit.ts';
import { readQuestion } from '#lib/server/wave-intake/question-form.ts';
import { earlierQuestions, loadQuestionnaire } from '../load-questionnaire.ts';
import { fieldsOf, fieldsTyped } from '../question-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'wave.deposit', async () => {
    const { wave, codebook, version, earlier } = await loadQuestionnaire(event.params.wave);
    const question = codebook.questions.find(({ code }) => code === event.params.question);
    if (!question) throw new DomainError('not_found');
    return {
      wave: { id: wave.id, title: wave.title[event.locals.lang], loaded: wave.status === 'loaded' },
      version,
      code: question.code,
      label: question.label[event.locals.lang],
      fields: fieldsOf(question),
      earlier: earlierQuestions(earlier, event.locals.lang)
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const { wave, question: code } = event.params;
      const { lang } = event.locals;
      const form = await event.request.formData();
      const { earlier, codebook } = await loadQuestionnaire(wave);
      const before = codebook.questions.find((each) => each.code === code);
      if (!before) throw new DomainError('not_found');
      const { question, problems } = readQuestion(form, earlier, before);
      const fields = fieldsTyped(form, earlier.map((each) => each.wave));
      if (problems.length) return fail(400, { problems, fields });
      try {
        await changeCodebook({ wave, actor: account.email, version: Number(form.get('version')), change: (content) => replaceQuestion(content, question) });
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(lang), fields });
      }
      redirect(303, href(`/edition/vagues/${wave}/questionnaire?enregistree=${code}#${code}`, { lang }));
    })
};
