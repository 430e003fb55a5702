import { MAP_HEIGHT, MAP_WIDTH } from '#lib/components/maps/size.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { MapPoint } from '#lib/domain/geography/map-point.ts';
import type { Box } from '#lib/domain/geography/projection.ts';
import type { Territory } from '#lib/domain/geography/types.ts';
import { isIn } from '../directory/territory-counts.ts';
import { inBox, mapFrame } from '../geography/map-box.ts';
import { mapPoints } from '../geography/map-points.ts';
import { territoryFrame } from '../geography/territory-frame.ts';
import type { LocalMap } from './picture-local.ts';

const WHOLE: Box = { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT };

/** Each point as it is placed on the page, without the words that the picture does not say. */
const among = (initiatives: readonly Initiative[], box: Box): MapPoint[] => mapPoints(initiatives, { box }).filter((point) => inBox(point, box));

/**
 * An initiative in the région of its seat, among the others; on the whole map when it is in several régions, or nowhere.
 * `named`: the name of its place.
 */
export function initiativeMap(initiative: Initiative, all: readonly Initiative[], named: string | undefined): LocalMap {
  const [home] = initiative.places;
  const local = home && initiative.places.every((place) => place.region === home.region) ? mapFrame('region', home.region) : undefined;
  const subjects = mapPoints([initiative], { places: 'tous' });
  const others = all.filter((other) => other.slug !== initiative.slug);
  if (!local) return { box: WHOLE, subjects, others: among(others, WHOLE), named };
  return { ...local, subjects, others: among(others, local.box), named };
}

/** A territory and its initiatives, among those around. */
export function territoryMap(territory: Territory, all: readonly Initiative[]): LocalMap {
  const { box, outline, dots } = territoryFrame(territory) ?? { box: WHOLE };
  const here = new Set(all.filter((initiative) => isIn(initiative, territory)).map(({ slug }) => slug));
  const points = among(all, box);
  return {
    box,
    outline,
    dots: dots && [...dots.known, ...dots.approximate],
    subjects: points.filter(({ slug }) => here.has(slug)),
    others: points.filter(({ slug }) => !here.has(slug))
  };
}
