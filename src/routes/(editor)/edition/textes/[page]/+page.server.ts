import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { availableNumbers, bindText } from '#lib/domain/indicators/bound-text/index.ts';
import { isIntroPage } from '#lib/domain/indicators/bound-text/intro-pages.ts';
import { paragraphsOf } from '#lib/domain/indicators/bound-text/paragraphs.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { LANGUAGES, type Lang, type Text } from '#lib/domain/language.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { nextTables } from '#lib/server/editions/next-tables.ts';
import { textProblems } from '#lib/server/editions/text-problems.ts';
import { findStoredText, storeText } from '#lib/server/queries/editorial-texts.ts';
import { viewProblems } from '../../view-problems.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST = 5000;

function keyOf(page: string): string {
  if (!isIntroPage(page)) throw new DomainError('not_found');
  return `intro.${page}`;
}

/** A text with the numbers of the next edition in both languages, and what is wrong with it. */
function shown(key: string, value: Text, tables: PublishedTable[], lang: Lang) {
  const bound = (of: Lang): string[] => paragraphsOf(bindText(value[of], tables, of).text);
  return { fr: bound('fr'), en: bound('en'), problems: viewProblems(textProblems([{ key, value }], tables), lang) };
}

async function read(request: Request): Promise<Text> {
  const form = await request.formData();
  const text = (lang: Lang): string => String(form.get(lang) ?? '').replace(/\r\n/g, '\n').trim().slice(0, LONGEST);
  return { fr: text('fr'), en: text('en') };
}

/** The languages that are empty while the other is not. */
function lacking(value: Text): Lang[] {
  const empty = LANGUAGES.filter((lang) => value[lang] === '');
  return empty.length === 1 ? empty : [];
}

export const load: PageServerLoad = (event) =>
  withRight(event, 'text.edit', async () => {
    const { lang } = event.locals;
    const key = keyOf(event.params.page);
    const [stored, tables] = await Promise.all([findStoredText(key), nextTables()]);
    const newest = tables.map(({ wave }) => wave).sort().at(-1);
    return {
      page: isIntroPage(event.params.page) ? event.params.page : ('objectifs' as const),
      value: stored?.value ?? { fr: '', en: '' },
      preview: stored && shown(key, stored.value, tables, lang),
      numbers: tables
        .filter((table) => table.breakdown === null && table.wave === newest)
        .map((table) => ({ id: table.indicator, title: table.title[lang], numbers: availableNumbers(table, lang).map(({ source, label, value }) => ({ source, label: label[lang], value })) }))
    };
  });

export const actions: Actions = {
  preview: (event) =>
    withRight(event, 'text.edit', async () => {
      const value = await read(event.request);
      return { value, lacking: lacking(value), preview: shown(keyOf(event.params.page), value, await nextTables(), event.locals.lang) };
    }),

  save: (event) =>
    withRight(event, 'text.edit', async (account) => {
      const value = await read(event.request);
      const key = keyOf(event.params.page);
      if (lacking(value).length > 0) return fail(400, { value, lacking: lacking(value) });
      const empty = value.fr === '';
      await storeText(key, empty ? undefined : value, account.email);
      redirect(303, href(`/edition/textes?fait=${empty ? 'enleve' : 'enregistre'}`, { lang: event.locals.lang }));
    })
};
