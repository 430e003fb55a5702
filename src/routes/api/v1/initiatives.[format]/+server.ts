import { error } from '@sveltejs/kit';
import { initiativesOf } from '#lib/server/directory/file-query.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { fileResponse, isListFormat } from '#lib/server/exports/file-response.ts';
import { initiativesFile } from '#lib/server/exports/initiatives-file.ts';
import { takeVariant } from '#lib/server/exports/variant.ts';
import type { RequestHandler } from './$types';

/** The census of an edition, or what a query of the directory keeps of it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { format } = params;
  if (!isListFormat(format)) error(404);
  const edition = shownEdition(locals);
  const { variant, rest } = takeVariant(url.searchParams);
  const { initiatives, query } = await initiativesOf(edition.version, rest, locals.lang);
  const body = await initiativesFile(format, { initiatives, edition, query, lang: locals.lang, variant });
  return fileResponse(body, format, `initiatives-${edition.version}${query ? '-selection' : ''}`);
};
