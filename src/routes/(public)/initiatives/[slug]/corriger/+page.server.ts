import { error, fail, redirect } from '@sveltejs/kit';
import { FAILURES } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { LONGEST, readCorrection, sendCorrection } from '#lib/server/corrections/send.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { findInitiative } from '#lib/server/queries/publication.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

async function subject(locals: App.Locals, slug: string): Promise<{ slug: string; name: string }> {
  const initiative = await findInitiative(shownEdition(locals).version, slug);
  if (!initiative) error(404, { message: FAILURES.not_found.text[locals.lang], code: 'not_found' });
  return { slug, name: initiative.name };
}

export const load: PageServerLoad = async ({ locals, params }) => ({ initiative: await subject(locals, params.slug), longest: LONGEST });

export const actions: Actions = {
  default: async ({ locals, params, request, getClientAddress }) => {
    const { slug } = await subject(locals, params.slug);
    const form = readCorrection(await request.formData());
    const sent = await sendCorrection(form, { initiative: slug, address: getClientAddress(), lang: locals.lang, now: new Date() });
    const values = { what: form.what, how: form.how, consent: form.consent };
    if (sent.outcome === 'incomplete') return fail(400, { values, problems: sent.problems, tooMany: false });
    if (sent.outcome === 'too_many') return fail(429, { values, problems: {}, tooMany: true });
    redirect(303, href(`/corrections/${sent.token}`, { lang: locals.lang }));
  }
};
