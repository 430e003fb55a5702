import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { statusDoubt } from '#lib/domain/census/status-doubt.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { toValues, withValues } from '#lib/server/census-editing/census-values.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { archiveInitiative, restoreInitiative } from '#lib/server/census-editing/lifecycle.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { columnProblems, readNote, readText, readValues, readVersion } from '#lib/server/census-editing/read-form.ts';
import { recordView } from '#lib/server/census-editing/record-view.ts';
import { toldConflicts } from '#lib/server/census-editing/told-conflicts.ts';
import { undoChanges } from '#lib/server/census-editing/undo.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { listCorrections } from '#lib/server/queries/initiative-corrections.ts';
import { findEntry, readArchived, readHistory } from '#lib/server/queries/initiative-history.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { slug } = event.params;
    const entry = await findEntry(slug);
    if (!entry) throw new DomainError('initiative_unknown', { slug });
    const [history, corrections, archived] = await Promise.all([readHistory(slug), listCorrections({ initiative: slug }), readArchived()]);
    const merged = new Set([...archived].flatMap(([other, { mergedInto }]) => (mergedInto === slug ? [other] : [])));
    return {
      slug,
      name: entry.initiative.name,
      doubt: statusDoubt(entry.initiative, new Date().toISOString().slice(0, 10)),
      values: toValues(entry.initiative),
      record: recordView(entry, history, merged),
      absorbed: event.url.searchParams.get('fait') === 'merged' ? history.find(({ field, before, after }) => field === 'merged' && before === null && after !== null && merged.has(after))?.after : undefined,
      corrections: corrections.map(({ id, what, at, status }) => ({ id, what, at, status })),
      editable: holds(account.role, 'census.edit'),
      saved: event.url.searchParams.get('fait') ?? undefined
    };
  });

export const actions: Actions = {
  save: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const { locals, params, request } = event;
      const form = await request.formData();
      const section = readText(form, 'section');
      const refused = refusalOf(form);
      if (refused) return fail(400, { section, ...refused });
      const kept = keptTexts(form);
      const values = readValues(form);
      const note = readNote(form, account.email);
      if (!note.reason) return fail(400, { section, kept, reasonMissing: true });
      const objectives = await readObjectives();
      const outcome = await editInitiative({ slug: params.slug, version: readVersion(form), change: (opened) => withValues(opened, values, objectives) }, note);
      if (outcome.outcome === 'refused') return fail(400, { section, kept, problems: columnProblems(outcome.findings, locals.lang) });
      if (outcome.outcome === 'conflict') return fail(409, { section, kept, version: outcome.version, conflicts: toldConflicts(outcome.conflicts) });
      redirect(303, href(`/edition/recensement/${params.slug}?fait=${outcome.outcome}#${section}`, { lang: locals.lang }));
    }),

  undo: (event) =>
    withRight(event, 'census.edit', (account) =>
      failTold(event.locals.lang, async () => {
        const change = Number((await event.request.formData()).get('change'));
        await undoChanges(event.params.slug, [change], { actor: account.email, reason: `n° ${change}` });
        redirect(303, href(`/edition/recensement/${event.params.slug}?fait=undone#historique`, { lang: event.locals.lang }));
      })
    ),

  archive: (event) =>
    withRight(event, 'census.edit', (account) =>
      failTold(event.locals.lang, async () => {
        const form = await event.request.formData();
        const refused = refusalOf(form);
        if (refused) return fail(400, refused);
        const reason = readText(form, 'reason');
        if (!reason) return fail(400, { lifecycleMissing: true });
        await archiveInitiative(event.params.slug, { actor: account.email, reason });
        redirect(303, href(`/edition/recensement/${event.params.slug}?fait=archived`, { lang: event.locals.lang }));
      })
    ),

  restore: (event) =>
    withRight(event, 'census.edit', (account) =>
      failTold(event.locals.lang, async () => {
        const form = await event.request.formData();
        const refused = refusalOf(form);
        if (refused) return fail(400, refused);
        const reason = readText(form, 'reason');
        if (!reason) return fail(400, { lifecycleMissing: true });
        await restoreInitiative(event.params.slug, { actor: account.email, reason });
        redirect(303, href(`/edition/recensement/${event.params.slug}?fait=restored`, { lang: event.locals.lang }));
      })
    )
};
