import { PAGES } from '#lib/domain/indicators/definition.ts';
import { holds } from '#lib/domain/accounts/rights.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { readAllIndicators, shippedIndicators } from '#lib/server/editions/indicators.ts';
import { currentCodebooks } from '#lib/server/indicators/codebooks.ts';
import { publishableQuestions } from '#lib/server/indicators/questions.ts';
import { listStoredIndicators } from '#lib/server/queries/indicators.ts';
import type { PageServerLoad } from './$types';

/** Every indicator by page and order, and the questions that could give more. */
export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { lang } = event.locals;
    const db = workshop();
    const [indicators, stored, codebooks] = await Promise.all([readAllIndicators(db), listStoredIndicators(db), currentCodebooks(db)]);
    const shipped = new Set(shippedIndicators().map(({ id }) => id));
    const rows = indicators.map(({ id, title, question, measure, page, order, retired }) => ({
      id, title: title[lang], question, measure, page, order, retired: retired === true,
      shipped: shipped.has(id),
      actor: stored.find((each) => each.id === id)?.actor
    }));
    rows.sort((a, b) => a.order - b.order || a.id.localeCompare(b.id));
    const saved = event.url.searchParams.get('enregistre');
    return {
      pages: PAGES.map((page) => ({ page, rows: rows.filter((row) => row.page === page) })),
      questions: publishableQuestions(codebooks).map(({ question, wave }) => ({
        code: question.code, label: question.label[lang], type: question.type, level: question.level, wave,
        made: indicators.filter((each) => each.question === question.code && !each.retired).length
      })),
      editable: holds(account.role, 'indicator.edit'),
      saved: rows.find(({ id }) => id === saved)?.title
    };
  });
