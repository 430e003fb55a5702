import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { acceptLines, compareFile } from '#lib/server/census-editing/compare-file.ts';
import { failTold } from '#lib/server/census-editing/fail-told.ts';
import { LONGEST_TEXT, readText } from '#lib/server/census-editing/read-form.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { recordAudit } from '#lib/server/queries/audit.ts';
import { closeProposal } from '#lib/server/queries/initiative-proposals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'census.edit', async () => {
    const { filename, lines } = await compareFile(event.params.id);
    return { filename, lines, applied: event.url.searchParams.get('fait') === '1' };
  });

export const actions: Actions = {
  accept: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const form = await event.request.formData();
      const reason = readText(form, 'reason');
      const keys = form.getAll('ligne').map(String);
      const kept = { reason };
      // The values of the lines are the file's own, however long.
      if (reason.length > LONGEST_TEXT) return fail(400, { kept, keys, long: [{ name: 'reason', length: reason.length }], longest: LONGEST_TEXT, badDate: false });
      if (!reason || keys.length === 0) return fail(400, { kept, keys, incomplete: true });
      const accepted = keys.map((key) => ({ key, before: String(form.get(`avant ${key}`) ?? '').replace(/\r\n/g, '\n') }));
      return failTold(event.locals.lang, async () => {
        await acceptLines(event.params.id, accepted, { actor: account.email, reason });
        redirect(303, href(`/edition/recensement/import/${event.params.id}?fait=1`, { lang: event.locals.lang }));
      });
    }),

  close: (event) =>
    withRight(event, 'census.edit', async (account) => {
      await workshop().transaction(async (tx) => {
        await closeProposal(tx, event.params.id, new Date().toISOString(), account.email);
        await recordAudit(tx, { actor: account.email, action: 'census.close_proposal', subject: `proposal:${event.params.id}`, details: {} });
      });
      redirect(303, href('/edition/recensement/import', { lang: event.locals.lang }));
    })
};
