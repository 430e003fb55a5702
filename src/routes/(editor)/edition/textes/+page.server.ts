import { holds } from '#lib/domain/accounts/rights.ts';
import { INTRO_PAGES } from '#lib/domain/indicators/bound-text/intro-pages.ts';
import { bindText } from '#lib/domain/indicators/bound-text/index.ts';
import { paragraphsOf } from '#lib/domain/indicators/bound-text/paragraphs.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { nextTables } from '#lib/server/editions/next-tables.ts';
import { textProblems } from '#lib/server/editions/text-problems.ts';
import { listStoredTexts } from '#lib/server/queries/editorial-texts.ts';
import { viewProblems } from '../view-problems.ts';
import type { PageServerLoad } from './$types';

/** The text of each page with the numbers of the next edition, and what is wrong with them. */
export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { lang } = event.locals;
    const stored = await listStoredTexts();
    const tables = stored.length > 0 ? await nextTables() : [];
    const done = event.url.searchParams.get('fait');
    return {
      pages: INTRO_PAGES.map((page) => {
        const text = stored.find(({ key }) => key === `intro.${page}`);
        return { page, text: text && { paragraphs: paragraphsOf(bindText(text.value[lang], tables, lang).text), at: text.at, actor: text.actor } };
      }),
      problems: viewProblems(textProblems(stored, tables), lang),
      editable: holds(account.role, 'text.edit'),
      done: done === 'enregistre' || done === 'enleve' ? done : undefined
    };
  });
