import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { acceptObjectiveProposals, readObjectiveProposals } from '#lib/server/census-editing/objective-proposals.ts';
import { keptTexts, refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { readText } from '#lib/server/census-editing/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** A line as its box sends it: the initiative, the wave, what the census said and what was proposed. */
const SEPARATOR = '|';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { lang } = event.locals;
    const proposals = await readObjectiveProposals();
    return {
      lines: proposals.map(({ title, question, ...line }) => ({ ...line, title: title[lang], question: question[lang], key: [line.slug, line.wave, line.before.join(' '), line.after.join(' ')].join(SEPARATOR) })),
      editable: holds(account.role, 'census.edit'),
      done: event.url.searchParams.get('fait') === '1'
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const keys = form.getAll('ligne').map(String);
      const refused = refusalOf(form);
      if (refused) return fail(400, { ...refused, keys });
      const reason = readText(form, 'reason');
      if (!reason || keys.length === 0) return fail(400, { kept: keptTexts(form), keys, incomplete: true });
      const accepted = keys.map((key) => {
        const [slug = '', wave = '', before = '', after = ''] = key.split(SEPARATOR);
        return { slug, wave, before, after };
      });
      return failTold(event.locals.lang, async () => {
        await acceptObjectiveProposals(accepted, { actor: account.email, reason });
        redirect(303, href('/edition/recensement/accords?fait=1', { lang: event.locals.lang }));
      });
    })
};
