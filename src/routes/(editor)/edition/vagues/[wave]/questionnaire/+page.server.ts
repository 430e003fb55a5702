import { holds } from '#lib/domain/accounts/rights.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { wave, codebook, version } = await loadQuestionnaire(event.params.wave);
    const { lang } = event.locals;
    return {
      wave: { id: wave.id, title: wave.title[lang] },
      version,
      editable: holds(account.role, 'wave.deposit'),
      saved: event.url.searchParams.get('enregistree') ?? undefined,
      questions: codebook.questions.map(({ code, label, type, level, unit, required, options, scale, crosswalk }) => ({
        code,
        label: label[lang],
        type,
        level,
        unit,
        required: required === true,
        options: [...(options ?? []), ...(scale ?? [])].map((option) => option.label[lang]),
        crosswalk: (crosswalk ?? []).map(({ wave: other, relation, comparable, questions }) => ({ wave: other, relation, comparable, questions: questions.join(', ') }))
      }))
    };
  });
