import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { proposeFile } from '#lib/server/census-editing/compare-file.ts';
import { listProposals } from '#lib/server/queries/initiative-proposals.ts';
import { settings } from '#lib/server/settings.ts';
import { findingSentences } from '#lib/server/wave-intake/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => withRight(event, 'census.edit', async () => ({ proposals: await listProposals() }));

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'census.edit', async (account) => {
      const { lang } = event.locals;
      const file = (await event.request.formData()).get('fichier');
      if (!(file instanceof File) || file.size === 0 || file.size > settings.uploadLimit) return fail(400, { missing: true });
      const outcome = await proposeFile({ filename: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()), actor: account.email });
      if ('id' in outcome) redirect(303, href(`/edition/recensement/import/${outcome.id}`, { lang }));
      const findings = outcome.findings.map((finding) => {
        const { rule, wayOut } = findingSentences(finding, lang);
        return { row: finding.where.row, header: finding.where.header, value: finding.value, sentence: `${rule} ${wayOut}`.trim() };
      });
      return fail(400, { findings });
    })
};
