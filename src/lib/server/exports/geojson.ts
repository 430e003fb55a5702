import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Cell } from './columns.ts';
import { INITIATIVE_COLUMNS } from './initiative-columns.ts';

const COORDINATES = new Set(['longitude', 'latitude']);

/**
 * Initiatives as GeoJSON (RFC 7946): one point each, at the seat; geometry is `null` when there is no place. Properties
 * have the names of the CSV file; a missing number is `null`.
 */
export function writeGeojson(initiatives: readonly Initiative[], about: Record<string, unknown>): string {
  const columns = INITIATIVE_COLUMNS.filter((column) => !COORDINATES.has(column.name));
  const features = initiatives.map((initiative): Feature<Point | null, Record<string, Cell | null>> => {
    const seat = initiative.places.find((place) => place.role === 'seat') ?? initiative.places[0];
    return {
      type: 'Feature',
      id: initiative.slug,
      geometry: seat ? { type: 'Point', coordinates: [seat.longitude, seat.latitude] } : null,
      properties: Object.fromEntries(columns.map((column) => [column.name, column.value(initiative) ?? null]))
    };
  });
  const collection: FeatureCollection<Point | null, Record<string, Cell | null>> & Record<string, unknown> = {
    type: 'FeatureCollection',
    ...about,
    features
  };
  return JSON.stringify(collection);
}
