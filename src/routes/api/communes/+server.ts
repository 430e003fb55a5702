import { json } from '@sveltejs/kit';
import { searchCommunes } from '#lib/server/geography/search-communes.ts';
import type { RequestHandler } from './$types';

/**
 * Names of communes, for a field: those that resemble `q` ("Saint-Denis (93)"). Not part of the public API.
 */
export const GET: RequestHandler = ({ url }) => {
  const text = (url.searchParams.get('q') ?? '').slice(0, 100);
  const found = text.length < 2 ? [] : searchCommunes(text, 8);
  const names = found.map((commune) => `${commune.name} (${commune.departement})`);
  return json([...new Set(names)], { headers: { 'cache-control': 'public, max-age=86400' } });
};
