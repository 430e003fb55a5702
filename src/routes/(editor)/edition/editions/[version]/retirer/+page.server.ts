import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { withdrawEdition } from '#lib/server/editions/index.ts';
import { findEdition, listEditions } from '#lib/server/queries/publication.ts';
import { readNote } from '../../../read-note.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'edition.withdraw', async () => {
    const { version } = event.params;
    const edition = await findEdition(version);
    if (!edition) throw new DomainError('edition_unknown', { version });
    if (edition.status === 'withdrawn') redirect(303, href('/edition/editions', { lang: event.locals.lang }));
    const others = (await listEditions()).filter((other) => other.version !== version && other.status === 'published');
    return { version, publishedAt: edition.publishedAt, successors: others.map((other) => other.version) };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'edition.withdraw', async (account) => {
      const form = await event.request.formData();
      const { note, values, problems } = readNote(form);
      if (!note) return fail(400, { values, problems });
      try {
        await withdrawEdition(event.params.version, note, account.email, String(form.get('successor') ?? '') || undefined);
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { values, sentence: failure.sentence(event.locals.lang) });
      }
      redirect(303, href('/edition/editions', { lang: event.locals.lang }));
    })
};
