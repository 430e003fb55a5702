import { distanceKm, type Position } from '#lib/domain/directory/distance.ts';
import { gazetteer, type Commune } from './gazetteer.ts';

/** Kilometres: beyond, a position is not in France. */
const FARTHEST = 60;
/** One degree of latitude, km; of longitude it is at most that. */
const DEGREE = 111.2;

/**
 * The commune whose centre is nearest, or undefined beyond 60 km. Only communes whose own position is known: the others
 * stand at the mean of their postcode, which may be the middle of the town next door.
 */
export function nearestCommune(position: Position): Commune | undefined {
  let best: { commune: Commune; km: number } | undefined;
  for (const commune of gazetteer().communes.values()) {
    if (commune.precision !== 'commune' || Math.abs(commune.latitude - position.latitude) * DEGREE > FARTHEST) continue;
    const km = distanceKm(commune, position);
    if (km < (best?.km ?? FARTHEST)) best = { commune, km };
  }
  return best?.commune;
}
