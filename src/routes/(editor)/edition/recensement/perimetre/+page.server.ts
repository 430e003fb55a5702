import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { readText } from '#lib/server/census-editing/read-form.ts';
import { addPerimeter, listPerimeters } from '#lib/server/queries/initiative-perimeter.ts';
import type { Actions, PageServerLoad } from './$types';

const TEXTS = ['initiative_fr', 'initiative_en', 'caisse_fr', 'caisse_en', 'note_fr', 'note_en'] as const;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => ({ definitions: await listPerimeters(), editable: holds(account.role, 'census.edit') }));

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const values = Object.fromEntries(TEXTS.map((name) => [name, readText(form, name)])) as Record<(typeof TEXTS)[number], string>;
      const since = readText(form, 'since');
      const missing: string[] = [...TEXTS.filter((name) => !values[name]), ...(/^\d{4}-\d{2}-\d{2}$/.test(since) ? [] : ['since'])];
      if (missing.length > 0) return fail(400, { kept: keptTexts(form), missing });
      await addPerimeter({
        since,
        initiative: { fr: values.initiative_fr, en: values.initiative_en },
        caisse: { fr: values.caisse_fr, en: values.caisse_en },
        note: { fr: values.note_fr, en: values.note_en },
        actor: account.email
      });
      redirect(303, href('/edition/recensement/perimetre', { lang: event.locals.lang }));
    })
};
