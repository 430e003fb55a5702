import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { countIn, countNation } from '#lib/server/directory/territory-counts.ts';
import { listDepartements, listRegions } from '#lib/server/geography/territories.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { listInitiatives } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: none is sent. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const initiatives = await listInitiatives(shownEdition(locals).version);
  return {
    nation: countNation(initiatives),
    regions: listRegions().map((region) => countIn(region, initiatives)),
    departements: listDepartements().map((departement) => countIn(departement, initiatives)),
    points: mapPoints(initiatives)
  };
};
