import { error } from '@sveltejs/kit';
import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { FAILURES } from '#lib/domain/errors.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { listWaves } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** One wave: who was asked, who answered, what was asked. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const wave = (await listWaves(shownEdition(locals).version)).find((each) => each.wave === params.wave);
  if (!wave) error(404, FAILURES.not_found.text[locals.lang]);
  const unknown = unknownParameters(url.searchParams, {});
  return { wave, unknown, clean: withoutParameters(url, unknown) };
};
