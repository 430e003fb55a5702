import { franceTopology } from '#lib/server/geography/boundaries.ts';
import type { RequestHandler } from './$types';

/** Outlines of départements and régions as TopoJSON, in degrees, for the street map's ground. Natural Earth, public domain. */
export const GET: RequestHandler = () =>
  new Response(JSON.stringify(franceTopology()), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=86400' }
  });
