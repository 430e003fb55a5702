import { error } from '@sveltejs/kit';
import { drawLand } from '#lib/server/geography/land.ts';
import type { RequestHandler } from './$types';

/** The land of the national map, for pages reached without asking the server for their HTML. Not part of the public API. */
export const GET: RequestHandler = ({ url }) => {
  const territories = url.searchParams.get('territories') ?? '';
  if (!/^(\/en)?(\/v\/\d{4}\.\d{1,4})?\/territoires\/$/.test(territories)) error(404);
  return new Response(drawLand(territories), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=86400' }
  });
};
