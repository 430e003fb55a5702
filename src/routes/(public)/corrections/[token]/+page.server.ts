import { error } from '@sveltejs/kit';
import { FAILURES } from '#lib/domain/errors.ts';
import { hashCorrectionToken } from '#lib/server/corrections/send.ts';
import { findOutcome } from '#lib/server/queries/corrections.ts';
import { findInitiative } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // Read again at each visit, and kept by nobody on the way.
  setHeaders({ 'cache-control': 'private, no-store' });
  const outcome = await findOutcome(hashCorrectionToken(params.token));
  if (!outcome) error(404, { message: FAILURES.not_found.text[locals.lang], code: 'not_found' });
  const published = locals.edition && (await findInitiative(locals.edition.version, outcome.initiative));
  return { outcome, name: published?.name };
};
