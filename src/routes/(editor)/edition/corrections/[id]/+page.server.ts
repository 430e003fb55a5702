import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { acceptCorrection, refuseCorrection } from '#lib/server/census-editing/decide-correction.ts';
import { toValues, withValues } from '#lib/server/census-editing/census-values.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { columnProblems, readNote, readText, readValues, readVersion } from '#lib/server/census-editing/read-form.ts';
import { toldConflicts } from '#lib/server/census-editing/told-conflicts.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { findCorrection } from '#lib/server/queries/initiative-corrections.ts';
import { findEntry } from '#lib/server/queries/initiative-history.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const correction = await findCorrection(event.params.id);
    if (!correction) throw new DomainError('not_found');
    const entry = await findEntry(correction.initiative);
    return {
      correction,
      name: entry?.initiative.name ?? correction.initiative,
      archived: entry?.archived !== undefined,
      version: entry?.version ?? 0,
      values: entry ? toValues(entry.initiative) : undefined,
      editable: correction.status === 'received' && holds(account.role, 'census.edit')
    };
  });

export const actions: Actions = {
  accept: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const { lang } = event.locals;
      const correction = await findCorrection(event.params.id);
      if (!correction) throw new DomainError('not_found');
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const kept = keptTexts(form);
      const values = readValues(form);
      const answer = readText(form, 'answer');
      const already = form.get('already') === 'oui';
      if (!answer) return fail(400, { kept, missing: true });
      const { source, asOf, confidence } = readNote(form, account.email);
      const objectives = await readObjectives();
      const edit = { slug: correction.initiative, version: readVersion(form), change: (opened: Parameters<typeof withValues>[0]) => withValues(opened, values, objectives) };
      const outcome = await acceptCorrection(correction.id, { ...(already ? {} : { edit }), source, asOf, confidence, answer, actor: account.email });
      if (outcome.outcome === 'refused') return fail(400, { kept, problems: columnProblems(outcome.findings, lang) });
      if (outcome.outcome === 'conflict') return fail(409, { kept, version: outcome.version, conflicts: toldConflicts(outcome.conflicts) });
      if (outcome.outcome === 'unchanged' && !already) return fail(400, { kept, unchanged: true });
      redirect(303, href('/edition/corrections?etat=acceptees', { lang }));
    }),

  refuse: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const answer = readText(form, 'reason');
      if (!answer) return fail(400, { reasonMissing: true });
      await refuseCorrection(event.params.id, { answer, actor: account.email });
      redirect(303, href('/edition/corrections?etat=refusees', { lang: event.locals.lang }));
    })
};
