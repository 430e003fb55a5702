import { redirect, type RequestEvent } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { readAllIndicators } from '#lib/server/editions/indicators.ts';
import { currentCodebooks } from '#lib/server/indicators/codebooks.ts';
import { fieldsOf } from '#lib/server/indicators/fields.ts';
import { firstTable, previewIndicator } from '#lib/server/indicators/preview.ts';
import { publishableQuestions } from '#lib/server/indicators/questions.ts';
import { storeIndicator } from '#lib/server/queries/indicators.ts';
import { formChoices } from '../form-choices.ts';
import { previewAction, saveAction } from '../indicator-actions.ts';
import type { Actions, PageServerLoad } from './$types';

async function found(id: string): Promise<Indicator> {
  const indicator = (await readAllIndicators(workshop())).find((each) => each.id === id);
  if (!indicator) throw new DomainError('not_found');
  return indicator;
}

/** An indicator, its figure as the next edition would give it, and its form where its question can still be published. */
export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const db = workshop();
    const indicator = await found(event.params.id);
    const [codebooks, preview] = await Promise.all([currentCodebooks(db), previewIndicator(indicator, db)]);
    const asked = publishableQuestions(codebooks).find(({ question }) => question.code === indicator.question);
    return {
      title: indicator.title[event.locals.lang],
      retired: indicator.retired === true,
      fields: fieldsOf(indicator),
      choices: asked && formChoices(asked, codebooks, event.locals.lang),
      preview: { table: firstTable(preview.tables), tables: preview.tables.length },
      editable: holds(account.role, 'indicator.edit')
    };
  });

type Event = RequestEvent<{ id: string }>;

/** The question and the identifier stay: another question is another indicator. */
async function fixed(event: Event) {
  return { id: event.params.id, question: (await found(event.params.id)).question };
}

function setRetired(event: Event, retired: boolean) {
  return withRight(event, 'indicator.edit', async (account) => {
    const { retired: _before, ...definition } = await found(event.params.id);
    void _before;
    await storeIndicator({ ...definition, ...(retired ? { retired } : {}) }, retired ? 'indicator.retire' : 'indicator.restore', account.email);
    redirect(303, href('/edition/indicateurs', { lang: event.locals.lang }));
  });
}

export const actions: Actions = {
  preview: async (event) => withRight(event, 'indicator.edit', async () => previewAction(event, await fixed(event))),
  save: async (event) => withRight(event, 'indicator.edit', async () => saveAction(event, await fixed(event))),
  retire: (event) => setRetired(event, true),
  restore: (event) => setRetired(event, false)
};
