import { LICENCE } from '#lib/server/exports/about.ts';
import { fileResponse } from '#lib/server/exports/file-response.ts';
import { writeJson } from '#lib/server/exports/json.ts';
import { listEditions } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** Every edition, newest first, withdrawn ones with their reason. */
export const GET: RequestHandler = async () => fileResponse(writeJson({ licence: LICENCE, editions: await listEditions() }), 'json', 'editions');
