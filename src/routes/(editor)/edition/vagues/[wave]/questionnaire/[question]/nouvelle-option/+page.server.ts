import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { addOption, changeCodebook, proposeCode } from '#lib/server/wave-intake/codebook-edit.ts';
import { getDeposit, saveDecisions } from '#lib/server/wave-intake/index.ts';
import { loadQuestionnaire } from '../../load-questionnaire.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'wave.deposit', async () => {
    const { wave, codebook, version } = await loadQuestionnaire(event.params.wave);
    const question = codebook.questions.find(({ code }) => code === event.params.question);
    if (!question?.options) throw new DomainError('not_found');
    const seen = event.url.searchParams.get('texte') ?? '';
    return {
      wave: { id: wave.id, title: wave.title[event.locals.lang] },
      version,
      seen,
      question: { code: question.code, label: question.label[event.locals.lang], level: question.level, options: question.options.map(({ code, label }) => ({ code, label: label[event.locals.lang] })) },
      fields: { code: proposeCode(seen, new Set(question.options.map(({ code }) => code))), fr: seen, en: seen }
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const { wave, question } = event.params;
      const { lang } = event.locals;
      const form = await event.request.formData();
      const text = (name: string): string => String(form.get(name) ?? '').trim();
      const [code, fr, en] = [text('code'), text('fr'), text('en')];
      const fields = { code, fr, en };
      if (!fr && !en) return fail(400, { problem: 'label' as const, fields });
      const [id, seen] = [event.url.searchParams.get('depot'), event.url.searchParams.get('texte')];
      try {
        await changeCodebook({ wave, actor: account.email, version: Number(form.get('version')), change: (content) => addOption(content, question, { code, label: { fr: fr || en, en: en || fr } }) });
        if (id && seen) {
          const { decisions, revision } = await getDeposit(id);
          const options = { ...decisions.options, [question]: { ...decisions.options?.[question], [seen]: code } };
          await saveDecisions(id, { ...decisions, options }, { actor: account.email, revision });
        }
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(lang), fields });
      }
      redirect(303, href(id ? `/edition/vagues/${wave}/depots/${id}/reponses` : `/edition/vagues/${wave}/questionnaire?enregistree=${question}#${question}`, { lang }));
    })
};
