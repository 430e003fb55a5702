import { json } from '@sveltejs/kit';
import { editionDirectory } from '#lib/server/directory/edition-directory.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { suggest } from '#lib/server/directory/suggestions.ts';
import type { RequestHandler } from './$types';

/** Where the letters of the search field may lead. Not part of the public API. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const directory = await editionDirectory(shownEdition(locals).version);
  return json(suggest(directory, (url.searchParams.get('q') ?? '').slice(0, 100), locals.lang));
};
