import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { liveEntry } from '#lib/server/census-editing/edit.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { readText, readVersion } from '#lib/server/census-editing/read-form.ts';
import { toSlug } from '#lib/server/census-editing/slug.ts';
import { splitInitiative } from '#lib/server/census-editing/split.ts';
import { workshop } from '#lib/server/db/databases.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'census.edit', async () => {
    const { initiative, version } = await liveEntry(event.params.slug, workshop());
    return { slug: initiative.slug, name: initiative.name, version, places: initiative.places.map((place) => place.communeName ?? place.departement) };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const kept = keptTexts(form);
      const [name, reason] = [readText(form, 'name'), readText(form, 'reason')];
      if (!name || !reason) return fail(400, { kept, places: form.getAll('place').map(String), incomplete: true });
      const slug = toSlug(readText(form, 'slug') || name);
      const places = form.getAll('place').map(Number).filter(Number.isInteger);
      return failTold(event.locals.lang, async () => {
        await splitInitiative({ from: event.params.slug, version: readVersion(form), slug, name, places }, { actor: account.email, reason });
        redirect(303, href(`/edition/recensement/${slug}?fait=split`, { lang: event.locals.lang }));
      });
    })
};
