import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { about } from '#lib/server/exports/about.ts';
import { fileResponse } from '#lib/server/exports/file-response.ts';
import { writeJson } from '#lib/server/exports/json.ts';
import { listTables } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** What tables an edition publishes. */
export const GET: RequestHandler = async ({ locals }) => {
  const edition = shownEdition(locals);
  return fileResponse(writeJson({ ...about(edition), tables: await listTables(edition.version) }), 'json', 'tables');
};
