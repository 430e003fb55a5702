import { json } from '@sveltejs/kit';
import { initiativesOf } from '#lib/server/directory/file-query.ts';
import { placesInColumns } from '#lib/server/directory/placed-entries.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import type { RequestHandler } from './$types';

/** Which points of `points.json` a query of the directory keeps: the answer when words or a distance are asked for. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const edition = shownEdition(locals);
  const { initiatives } = await initiativesOf(edition.version, url.searchParams, locals.lang);
  return json(await placesInColumns(edition, new Set(initiatives.map(({ slug }) => slug))));
};
