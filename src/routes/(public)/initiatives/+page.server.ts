import { redirect } from '@sveltejs/kit';
import type { Chip, FacetGroup } from '#lib/domain/directory/view.ts';
import { lensOf } from '#lib/domain/directory/map-view.ts';
import { LARGEST_ZOOM, windowText } from '#lib/domain/directory/map-window.ts';
import { FACETS } from '#lib/domain/directory/facets.ts';
import { toggle, writeQuery, writeSelection } from '#lib/domain/directory/parse-query.ts';
import { pointText } from '#lib/domain/directory/point.ts';
import type { DirectoryQuery } from '#lib/domain/directory/query.ts';
import { defaultSort } from '#lib/domain/directory/sort.ts';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { pictureInverse } from '#lib/domain/geography/picture-inverse.ts';
import { windowBox } from '#lib/domain/geography/window-box.ts';
import { MAP_HEIGHT, MAP_WIDTH } from '#lib/components/maps/size.ts';
import { href } from '#lib/i18n/href.ts';
import { ask } from '#lib/server/directory/ask.ts';
import { densityMap } from '#lib/server/directory/density-map.ts';
import { editionDirectory } from '#lib/server/directory/edition-directory.ts';
import { waysOut } from '#lib/server/directory/ways-out.ts';
import { toLine } from '#lib/server/directory/lines.ts';
import { pinnedVersion, shownEdition } from '#lib/server/directory/shown-edition.ts';
import { namedValues, valueName } from '#lib/server/directory/value-names.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import type { PageServerLoad } from './$types';

/** static/directory.js asks the server for the parts that change: the page itself is sent once, as HTML. */
export const csr = false;

const PER_PAGE = 40;
const WHOLE = { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT };

/** The list, the map and the filters answer the same query; everything is in the address. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { lang } = locals;
  // A form without scripts sends its empty fields too: the address to share has none.
  const full = [...url.searchParams].filter(([, value]) => value.trim() !== '');
  if (full.length < url.searchParams.size) redirect(303, url.pathname + (full.length > 0 ? `?${new URLSearchParams(full).toString()}` : ''));
  const edition = shownEdition(locals);
  const directory = await editionDirectory(edition.version);
  const { ranked, counts, total, query, around, unknown, without } = ask(directory, url.searchParams);
  const pages = Math.max(1, Math.ceil(ranked.length / PER_PAGE));
  if (query.page > pages) {
    unknown.push({ name: 'page', value: String(query.page) });
    query.page = pages;
  }
  // Said beside its field, with the words kept there to be mended.
  const lost = unknown.find(({ name }) => name === 'pres')?.value;
  const initiatives = ranked.map(({ initiative }) => initiative);
  const { view = 'initiatives', places = 'siege' } = query;
  const address = (changed: DirectoryQuery): string => {
    const params = writeQuery(changed).toString();
    return href('/initiatives', { lang, version: pinnedVersion(locals) }) + (params ? `?${params}` : '');
  };
  const facets: FacetGroup[] = FACETS.map((facet) => ({
    facet,
    values: namedValues(facet, counts[facet], lang, directory.objectives),
    ...(facet === 'territory_type' && !directory.hasTerritoryTypes ? { note: 'no_grid' as const } : {}),
    ...(facet === 'objective' ? { note: directory.hasObjectives ? ('some_named' as const) : ('none_named' as const) } : {})
  }));
  const chips: Chip[] = FACETS.flatMap((facet) =>
    (query.filters[facet] ?? []).map((value) => ({
      key: `${facet} ${value}`,
      text: valueName(facet, value, lang, directory.objectives),
      href: address(toggle(query, facet, value))
    }))
  );
  return {
    q: query.q ?? '',
    near: around && {
      commune: around.commune && `${around.commune.name} (${around.commune.departement})`,
      point: around.point ? around.position : undefined,
      asked: query.near ?? (query.point ? pointText(query.point) : '')
    },
    nearOthers: (around?.others ?? []).map((other) => ({
      text: `${other.name} (${other.departement})`,
      href: address({ ...query, near: `${other.name} (${other.departement})`, page: 1 })
    })),
    understood: around && !around.exact && around.commune ? `${around.commune.name} (${around.commune.departement})` : undefined,
    lost: lost === undefined ? undefined : { text: lost, asWords: query.q ? undefined : address({ ...query, q: lost, sort: undefined, page: 1 }) },
    without,
    waysOut:
      query.q && ranked.length === 0
        ? waysOut(query.q).map((way) => ({
            ...way,
            href:
              way.to === 'around'
                ? address({ ...query, q: undefined, sort: query.sort === 'pertinence' ? undefined : query.sort, near: way.name, point: undefined, page: 1 })
                : href(`/territoires/${way.id}`, { lang, version: pinnedVersion(locals) })
          }))
        : [],
    within: query.within,
    sort: query.sort ?? defaultSort(query),
    usual: defaultSort(query),
    total,
    shown: ranked.length,
    page: query.page,
    pages: Array.from({ length: pages }, (_, index) => address({ ...query, page: index + 1 })),
    lines: ranked.slice((query.page - 1) * PER_PAGE, query.page * PER_PAGE).map((ranked) => toLine(ranked)),
    view,
    places,
    window: query.window && { text: windowText(query.window), box: windowBox(query.window, WHOLE), whole: address({ ...query, window: undefined }) },
    mapAddress: { inverse: pictureInverse(nationalProjection()), largest: LARGEST_ZOOM },
    points: mapPoints(initiatives, { places, lens: lensOf(view, Number(edition.publishedAt.slice(0, 4))) }),
    density: view === 'densite' ? densityMap(initiatives, directory.entries.map((entry) => entry.initiative)) : undefined,
    facets,
    chips,
    clear: address({ filters: {}, view: query.view, places: query.places, window: query.window, page: 1 }),
    withoutSearch: query.q ? address({ ...query, q: undefined, page: 1 }) : undefined,
    withoutNear: around ? address({ ...query, near: undefined, point: undefined, within: undefined, page: 1 }) : undefined,
    files: writeSelection(query).toString(),
    street: writeQuery({ ...query, view: undefined, places: undefined, page: 1 }).toString(),
    embed: writeQuery({ ...query, page: 1 }).toString(),
    unknown: unknown.filter(({ name }) => name !== 'pres'),
    clean: address(query)
  };
};
