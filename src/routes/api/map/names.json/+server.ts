import { json } from '@sveltejs/kit';
import { mapNames } from '#lib/server/geography/towns.ts';
import type { RequestHandler } from './$types';

/** Names of places that appear as the map grows; asked for at the first zoom. */
export const GET: RequestHandler = () => json(mapNames(), { headers: { 'cache-control': 'public, max-age=86400' } });
