import { fail, redirect } from '@sveltejs/kit';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { agreementFindings } from '#lib/server/census-editing/agreement.ts';
import { withValues } from '#lib/server/census-editing/census-values.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { createInitiative } from '#lib/server/census-editing/lifecycle.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { columnProblems, readNote, readText, readValues } from '#lib/server/census-editing/read-form.ts';
import { readPlacesForm } from '#lib/server/census-editing/read-places.ts';
import { toSlug } from '#lib/server/census-editing/slug.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => withRight(event, 'census.edit', () => ({}));

const BLANK: Omit<Initiative, 'slug'> = { name: '', kind: 'caisse', status: 'inconnu', provenance: 'documented', places: [], territory: '', leadType: 'inconnu', sources: [] };

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const { lang } = event.locals;
      const form = await event.request.formData();
      const refused = refusalOf(form);
      if (refused) return fail(400, refused);
      const values = readValues(form);
      const commune = readText(form, 'commune');
      const slug = toSlug(readText(form, 'slug') || [commune.replace(/\(.*\)/, ''), values.name].filter(Boolean).join(' '));
      const attempt = { kept: { ...keptTexts(form), slug } };
      const note = readNote(form, account.email);
      const read = readPlacesForm(form, []);
      if (!('places' in read)) return fail(400, { ...attempt, ...read });
      const territory = values.territory || read.places.map((place) => place.communeName).join(', ');
      const { initiative, findings } = withValues({ ...BLANK, slug, places: read.places }, { ...values, territory }, await readObjectives());
      if (findings.length > 0) return fail(400, { ...attempt, problems: columnProblems(findings, lang) });
      const unsaid = agreementFindings(undefined, initiative, note.source);
      if (unsaid.length > 0) return fail(400, { ...attempt, problems: columnProblems(unsaid, lang) });
      if (!note.reason) return fail(400, { ...attempt, reasonMissing: true });
      return failTold(lang, async () => {
        await createInitiative({ ...initiative, slug }, note);
        redirect(303, href(`/edition/recensement/${slug}?fait=created`, { lang }));
      });
    })
};
