import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { readAllIndicators } from '#lib/server/editions/indicators.ts';
import { currentCodebooks } from '#lib/server/indicators/codebooks.ts';
import { proposeFields } from '#lib/server/indicators/propose.ts';
import { publishableQuestions } from '#lib/server/indicators/questions.ts';
import { formChoices } from '../../form-choices.ts';
import { previewAction, saveAction } from '../../indicator-actions.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form of a new indicator of a question, with what the codebook already says. */
export const load: PageServerLoad = (event) =>
  withRight(event, 'indicator.edit', async () => {
    const db = workshop();
    const codebooks = await currentCodebooks(db);
    const asked = publishableQuestions(codebooks).find(({ question }) => question.code === event.params.question);
    if (!asked) throw new DomainError('not_found');
    return { ...formChoices(asked, codebooks, event.locals.lang), proposed: proposeFields(asked.question, await readAllIndicators(db)) };
  });

export const actions: Actions = {
  preview: (event) => previewAction(event, { question: event.params.question }),
  save: (event) => saveAction(event, { question: event.params.question })
};
