import { error } from '@sveltejs/kit';
import { FAILURES } from '#lib/domain/errors.ts';
import { gaps } from '#lib/domain/directory/gaps.ts';
import { sortInitiatives } from '#lib/domain/directory/sort.ts';
import { toLine } from '#lib/server/directory/lines.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { countIn, countNation, isIn } from '#lib/server/directory/territory-counts.ts';
import { territoryFigures } from '#lib/server/directory/territory-figures.ts';
import { territoryFrame } from '#lib/server/geography/territory-frame.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { communesOf, findTerritory, listDepartements, listEpcis, nearestEpcis, neighboursOf } from '#lib/server/geography/territories.ts';
import { findTables, listInitiatives, listTables } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: none is sent. */
export const csr = false;

/** EPCI shown as nearest. */
const NEAREST = 6;

export const load: PageServerLoad = async ({ locals, params }) => {
  const territory = findTerritory(params.code);
  if (!territory) error(404, { message: FAILURES.not_found.text[locals.lang], code: 'not_found' });
  const { version } = shownEdition(locals);
  const all = await listInitiatives(version);
  const byRegion = territory.level === 'region' ? (await listTables(version)).filter((table) => table.breakdown === 'region') : [];
  const here = all.filter((initiative) => isIn(initiative, territory));
  const parents = territory.parents.flatMap((id) => findTerritory(id) ?? []);
  const parts = territory.level === 'region' ? listDepartements(territory.code) : territory.level === 'departement' ? listEpcis(territory.id) : [];
  const frame = territoryFrame(territory);
  const isEpci = territory.level === 'epci';
  const withPlace = new Map(here.flatMap((initiative) => initiative.places.map((place) => [place.commune ?? '', initiative.slug] as const)));
  return {
    territory: { id: territory.id, code: territory.code, name: territory.name, level: territory.level, communes: territory.communes },
    count: countIn(territory, all),
    compared: [...parents.map((parent) => countIn(parent, all)), countNation(all)],
    parts: parts.map((part) => countIn(part, all)),
    neighbours: (isEpci ? nearestEpcis(territory.code, NEAREST) : neighboursOf(territory)).map((neighbour) => countIn(neighbour, all)),
    lines: sortInitiatives(here.map((initiative) => ({ initiative })), 'nom').map((ranked) => toLine(ranked)),
    /** Communes of an EPCI; the others have theirs through their parts. */
    communes: (isEpci ? communesOf(territory.code) : []).map(({ code, name, departement, population }) => ({ code, name: `${name} (${departement})`, population, known: withPlace.has(code) })),
    gaps: gaps(here),
    /** What the waves tell of the région beside the nation, when the edition publishes it. */
    figures: territoryFigures(await findTables(version, byRegion.map(({ id }) => id)), territory.code, locals.lang),
    frame,
    points: frame ? mapPoints(all, { box: frame.box }) : []
  };
};
