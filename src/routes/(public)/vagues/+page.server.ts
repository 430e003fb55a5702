import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { listWaves } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** Every wave of the edition, newest first. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const waves = await listWaves(shownEdition(locals).version);
  const unknown = unknownParameters(url.searchParams, {});
  return { waves: waves.toReversed(), unknown, clean: withoutParameters(url, unknown) };
};
