import { json } from '@sveltejs/kit';
import { nearest } from '#lib/domain/directory/distance.ts';
import { gazetteer, searchCommunes, type Commune } from '#lib/server/geography/gazetteer.ts';
import type { RequestHandler } from './$types';

/** Beyond, a position is not in France. */
const FARTHEST_KM = 60;

function around(latitude: number, longitude: number): Commune[] {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return [];
  // The others stand at the mean of their postcode, which may be the middle of the town next door.
  const placed = [...gazetteer().communes.values()].filter((commune) => commune.precision === 'commune');
  const found = nearest(placed, (commune) => [commune], { latitude, longitude }, 1);
  return found.filter(({ km }) => km < FARTHEST_KM).map(({ thing }) => thing);
}

/**
 * Names of communes, for a field: those that resemble `q` ("Saint-Denis (93)"), or the nearest one to `latitude` and
 * `longitude`. Not part of the public API.
 */
export const GET: RequestHandler = ({ url }) => {
  const { searchParams: params } = url;
  const text = (params.get('q') ?? '').slice(0, 100);
  const found = params.has('latitude')
    ? around(Number(params.get('latitude')), Number(params.get('longitude') ?? NaN))
    : text.length < 2
      ? []
      : searchCommunes(text, 8);
  const names = found.map((commune) => `${commune.name} (${commune.departement})`);
  return json([...new Set(names)], { headers: { 'cache-control': 'public, max-age=86400' } });
};
