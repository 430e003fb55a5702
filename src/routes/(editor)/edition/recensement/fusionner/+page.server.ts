import { fail, redirect } from '@sveltejs/kit';
import { isHistoryField } from '#lib/domain/census/history.ts';
import { JOINABLE, mergeFields, type MergeChoice } from '#lib/domain/census/merge.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { liveEntry } from '#lib/server/census-editing/edit.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { mergeDoubts } from '#lib/server/census-editing/merge-doubts.ts';
import { mergeInitiatives, type MergeInput } from '#lib/server/census-editing/merge.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { readText } from '#lib/server/census-editing/read-form.ts';
import { workshop } from '#lib/server/db/databases.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'census.edit', async () => {
    const [kept, absorbed] = ['garder', 'absorber'].map((name) => event.url.searchParams.get(name) ?? '') as [string, string];
    const [first, second] = [await liveEntry(kept, workshop()), await liveEntry(absorbed, workshop())];
    return {
      kept: { slug: kept, name: first.initiative.name, version: first.version },
      absorbed: { slug: absorbed, name: second.initiative.name, version: second.version },
      doubts: await mergeDoubts(first.initiative, second.initiative),
      fields: mergeFields(first.initiative, second.initiative).map((field) => ({ ...field, joinable: JOINABLE.has(field.field) }))
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const reason = readText(form, 'reason');
      if (!reason) return fail(400, { kept: keptTexts(form), reasonMissing: true });
      const choices: MergeInput['choices'] = {};
      for (const [name, value] of form) {
        const field = name.startsWith('champ-') ? name.slice(6) : '';
        if (isHistoryField(field) && ['kept', 'absorbed', 'both'].includes(String(value))) choices[field] = String(value) as MergeChoice;
      }
      const [kept, absorbed] = [readText(form, 'kept'), readText(form, 'absorbed')];
      const versions = { kept: Number(form.get('version_kept')), absorbed: Number(form.get('version_absorbed')) };
      return failTold(event.locals.lang, async () => {
        await mergeInitiatives({ kept, absorbed, versions, choices }, { actor: account.email, reason });
        redirect(303, href(`/edition/recensement/${kept}?fait=merged`, { lang: event.locals.lang }));
      });
    })
};
