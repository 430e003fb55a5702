import { fail, redirect } from '@sveltejs/kit';
import { MOST_FOUND } from '#lib/domain/census/bulk-limits.ts';
import { parseTableQuery, selectRows } from '#lib/domain/census/table.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { applyBulk, previewBulk } from '#lib/server/census-editing/bulk.ts';
import { FORM_COLUMNS, type FormColumn } from '#lib/server/census-editing/census-values.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { columnProblems, readNote, readText } from '#lib/server/census-editing/read-form.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { censusTable } from '#lib/server/census-editing/table-rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** Names and numbers of participants are each one's own: they are not changed together. */
const BULK: FormColumn[] = FORM_COLUMNS.filter((column) => !['name', 'participants', 'participants_unit', 'participants_as_of', 'sources'].includes(column));
const asColumn = (name: string): FormColumn | undefined => BULK.find((column) => column === name);

export const load: PageServerLoad = (event) =>
  withRight(event, 'census.edit', async () => {
    const { searchParams } = event.url;
    const { rows, initiatives } = await censusTable();
    // Either lines ticked one by one, or all those of a search, which is then one parameter.
    const search = searchParams.get('recherche') ?? undefined;
    const wanted = new Set(searchParams.getAll('slug'));
    const found = search === undefined ? rows.filter((row) => wanted.has(row.slug)) : selectRows(rows, parseTableQuery(new URLSearchParams(search)));
    const tooMany = found.length > MOST_FOUND ? found.length : undefined;
    const chosen = tooMany ? [] : found.filter((row) => !row.archived);
    const column = asColumn(searchParams.get('champ') ?? '');
    // Boxes send one value each.
    const sent = searchParams.getAll(column ?? '');
    const value = sent.length === 0 ? undefined : sent.filter((each) => each !== '').join(' | ');
    const lines = column && value !== undefined ? previewBulk(chosen.flatMap((row) => initiatives.get(row.slug) ?? []), { column, value }, await readObjectives()) : undefined;
    return {
      search,
      tooMany,
      most: MOST_FOUND,
      chosen: chosen.map(({ slug, version, cells }) => ({ slug, version, name: cells.name })),
      columns: BULK,
      column,
      value,
      lines: lines?.map(({ findings, ...line }) => ({ ...line, problem: findings.length > 0 ? Object.values(columnProblems(findings, event.locals.lang)).join(' ') : undefined }))
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const column = asColumn(readText(form, 'column'));
      const note = readNote(form, account.email);
      if (!column || !note.reason) return fail(400, { kept: keptTexts(form), reasonMissing: true });
      const targets = form.getAll('target').map((text) => {
        const [slug = '', version] = String(text).split(' ');
        return { slug, version: Number(version) };
      });
      return failTold(event.locals.lang, async () => {
        const { batch } = await applyBulk(targets, { column, value: readText(form, 'value') }, note);
        redirect(303, href(`/edition/recensement?tri=-changedAt&lot=${batch}`, { lang: event.locals.lang }));
      });
    })
};
