import { fail, redirect } from '@sveltejs/kit';
import { KINDS } from '#lib/domain/census/initiative.ts';
import { KIND_LABELS } from '#lib/domain/directory/labels.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { readText } from '#lib/server/census-editing/read-form.ts';
import { readPlacesForm } from '#lib/server/census-editing/read-places.ts';
import { addInitiative } from '#lib/server/wave-intake/add-initiative.ts';
import { Matches, prepareDeposit } from '#lib/server/wave-intake/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'census.edit', async () => {
    const row = Number(event.url.searchParams.get('ligne'));
    const match = new Matches((await prepareDeposit(event.params.deposit)).matches).ofRow(row);
    if (!match) throw new DomainError('not_found');
    const { name = '', commune = '' } = match.identity;
    return { row, fields: { name, commune, kind: 'caisse' }, kinds: KINDS.map((code) => ({ code, label: KIND_LABELS[code][event.locals.lang] })) };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const { lang } = event.locals;
      const { wave, deposit } = event.params;
      const row = Number(event.url.searchParams.get('ligne'));
      const form = await event.request.formData();
      const fields = { name: readText(form, 'name'), commune: readText(form, 'commune'), kind: readText(form, 'kind') };
      const kind = KINDS.find((each) => each === fields.kind);
      const read = readPlacesForm(form, []);
      if (!fields.name || !kind) return fail(400, { fields, problem: 'name' as const });
      if (!('places' in read)) return fail(400, { fields, problem: 'commune' as const, candidates: 'candidates' in read ? read.candidates : [] });
      try {
        const reason = lang === 'fr' ? `Réponse à la vague ${wave}, ligne ${row} : à compléter.` : `Response to wave ${wave}, row ${row}: to be completed.`;
        await addInitiative({ name: fields.name, kind, places: read.places, deposit, row, revision: Number(form.get('revision')), actor: account.email, reason });
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { fields, sentence: failure.sentence(lang) });
      }
      redirect(303, href(`/edition/vagues/${wave}/depots/${deposit}/rapprocher`, { lang }));
    })
};
