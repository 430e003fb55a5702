import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { listInitiatives } from '#lib/server/queries/publication.ts';
import { THEMES } from '../theme.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The map of the census for another site: live, or frozen when the address names an edition. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const edition = shownEdition(locals);
  const initiatives = await listInitiatives(edition.version);
  const unknown = unknownParameters(url.searchParams, { theme: THEMES });
  return {
    edition,
    pinned: locals.pinned ?? false,
    total: initiatives.length,
    synthetic: initiatives.filter((each) => each.provenance === 'synthetic').length,
    points: mapPoints(initiatives),
    unknown,
    clean: withoutParameters(url, unknown)
  };
};
