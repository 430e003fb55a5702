import { error } from '@sveltejs/kit';
import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { FAILURES } from '#lib/domain/errors.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { findTable } from '#lib/server/queries/publication.ts';
import { THEMES } from '../../theme.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** One figure for another site: live, or frozen when the address names an edition. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const edition = shownEdition(locals);
  const table = await findTable(edition.version, params.id);
  if (!table) error(404, FAILURES.not_found.text[locals.lang]);
  const base = table.bases.find((each) => each === url.searchParams.get('base')) ?? table.base;
  const unknown = unknownParameters(url.searchParams, { base: table.bases, theme: THEMES });
  return { edition, pinned: locals.pinned ?? false, table, base, unknown, clean: withoutParameters(url, unknown) };
};
