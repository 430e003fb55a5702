import { fail, redirect } from '@sveltejs/kit';
import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { holds } from '#lib/domain/accounts/rights.ts';
import { parseTableQuery, selectRows, TABLE_COLUMNS, TABLE_FILTERS } from '#lib/domain/census/table.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { FORM_COLUMNS, storedText, withValues, type FormColumn } from '#lib/server/census-editing/census-values.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { columnProblems, readNote, readText, readVersion } from '#lib/server/census-editing/read-form.ts';
import { censusTable } from '#lib/server/census-editing/table-rows.ts';
import { toldConflicts } from '#lib/server/census-editing/told-conflicts.ts';
import { undoChanges } from '#lib/server/census-editing/undo.ts';
import { findBatch, undoBulk } from '#lib/server/census-editing/undo-bulk.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { departement } from '#lib/server/geography/gazetteer.ts';
import { countCorrections } from '#lib/server/queries/initiative-corrections.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { searchParams } = event.url;
    const query = parseTableQuery(searchParams);
    const [{ rows }, corrections, batch] = await Promise.all([censusTable(), countCorrections(), findBatch(Number(searchParams.get('lot') ?? Number.NaN))]);
    const found = selectRows(rows, query);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(query.page, pages);
    const used = [...new Set(rows.map((row) => row.cells.departement))].filter(Boolean).sort();
    const sorts = TABLE_COLUMNS.flatMap((column) => [column, `-${column}`]);
    const unknown = unknownParameters(searchParams, {
      // A form sends its empty choices too.
      q: null,
      page: null,
      departement: ['', ...used],
      archivees: ['1'],
      // What was just changed together.
      lot: batch ? [String(batch.id)] : [],
      '/undoBulk': [''],
      tri: sorts,
      col: [...TABLE_COLUMNS],
      ...Object.fromEntries(Object.entries(TABLE_FILTERS).map(([name, { values }]) => [name, ['', ...values]]))
    });
    return {
      query: { ...query, page },
      rows: found.slice((page - 1) * PAGE, page * PAGE),
      found: found.length,
      all: rows.filter((row) => !row.archived).length,
      archived: rows.filter((row) => row.archived).length,
      pages,
      departements: used.map((code) => ({ code, name: departement(code)?.name ?? code })),
      corrections: corrections.received,
      editable: holds(account.role, 'census.edit'),
      batch,
      unknown,
      clean: withoutParameters(event.url, unknown)
    };
  });

const isFormColumn = (name: string): name is FormColumn => (FORM_COLUMNS as readonly string[]).includes(name);

export const actions: Actions = {
  /** One cell, from the table. */
  cell: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const { lang } = event.locals;
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, { long: refused.long, longest: refused.longest, badDate: refused.badDate });
      const [slug, column, value] = [readText(form, 'slug'), readText(form, 'column'), readText(form, 'value')];
      if (!isFormColumn(column)) throw new DomainError('not_found');
      const told = readNote(form, account.email);
      const note = { ...told, reason: told.reason || column };
      const unit = column === 'participants' && value === '' ? { participants_unit: '', participants_as_of: '' } : {};
      const objectives = column === 'objectives' ? await readObjectives() : [];
      try {
        const outcome = await editInitiative(
          {
            slug,
            version: readVersion(form),
            change: (opened) => withValues(opened, { ...(column === 'participants' && value && !opened.participants ? { participants_unit: 'personnes' } : {}), ...unit, [column]: value }, objectives)
          },
          note
        );
        if (outcome.outcome === 'refused') return fail(400, { sentence: Object.values(columnProblems(outcome.findings, lang)).join(' ') });
        if (outcome.outcome === 'conflict') return fail(409, { conflicts: toldConflicts(outcome.conflicts), version: outcome.version });
        return { version: outcome.version, value: storedText(column, value), changes: outcome.outcome === 'saved' ? outcome.changes : [] };
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(lang) });
      }
    }),

  undo: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const changes = readText(form, 'changes').split(',').map(Number).filter(Number.isInteger);
      try {
        const written = await undoChanges(readText(form, 'slug'), changes, { actor: account.email, reason: `n° ${changes.join(', ')}` });
        return { version: written.at(-1) ?? 0, changes: written };
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
      }
    }),

  /** A whole bulk change. */
  undoBulk: (event) =>
    withRight(event, 'census.edit', (account) =>
      failTold(event.locals.lang, async () => {
        const batch = Number((await event.request.formData()).get('batch'));
        await undoBulk(batch, { actor: account.email, reason: `n° ${batch}` });
        redirect(303, href(`/edition/recensement?tri=-changedAt&lot=${batch}`, { lang: event.locals.lang }));
      })
    )
};
