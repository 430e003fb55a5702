import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { readNote, readVersion } from '#lib/server/census-editing/read-form.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { readPlacesForm } from '#lib/server/census-editing/read-places.ts';
import { toldConflicts } from '#lib/server/census-editing/told-conflicts.ts';
import '#lib/server/geography/land.ts';
import { mapFrame } from '#lib/server/geography/map-box.ts';
import { findEntry } from '#lib/server/queries/initiative-history.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'census.edit', async () => {
    const { slug } = event.params;
    const entry = await findEntry(slug);
    if (!entry) throw new DomainError('initiative_unknown', { slug });
    if (entry.archived) throw new DomainError('initiative_archived', { slug });
    const { places, name } = entry.initiative;
    const seat = places[0];
    return { slug, name, places, version: entry.version, frame: seat && mapFrame('departement', seat.departement) };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const { slug } = event.params;
      const form = await event.request.formData();
      // Boxes that were ticked, beside the texts: a box sent nothing when it was not.
      const attempt = { kept: keptTexts(form), keep: form.getAll('garder').map(String) };
      const refused = refusalOf(form);
      if (refused) return fail(400, { ...attempt, ...refused });
      const note = readNote(form, account.email);
      const entry = await findEntry(slug);
      if (!entry) throw new DomainError('initiative_unknown', { slug });
      // The form's positions are those of the places it was opened on.
      if (entry.version !== readVersion(form)) return fail(409, { stale: true });
      if (!note.reason) return fail(400, { ...attempt, reasonMissing: true });
      const read = readPlacesForm(form, entry.initiative.places);
      if (!('places' in read)) return fail(400, { ...attempt, ...read });
      const outcome = await editInitiative({ slug, version: entry.version, change: (opened) => ({ initiative: { ...opened, places: read.places } }) }, note);
      if (outcome.outcome === 'conflict') return fail(409, { conflicts: toldConflicts(outcome.conflicts) });
      redirect(303, href(`/edition/recensement/${slug}?fait=${outcome.outcome}#lieux`, { lang: event.locals.lang }));
    })
};
