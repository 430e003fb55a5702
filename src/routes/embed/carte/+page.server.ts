import { withoutParameters } from '#lib/components/layout/parameters.ts';
import { lensOf } from '#lib/domain/directory/map-view.ts';
import { writeQuery, writeSelection } from '#lib/domain/directory/parse-query.ts';
import { windowBox } from '#lib/domain/geography/window-box.ts';
import { MAP_HEIGHT, MAP_WIDTH } from '#lib/components/maps/size.ts';
import { ask } from '#lib/server/directory/ask.ts';
import { densityMap } from '#lib/server/directory/density-map.ts';
import { editionDirectory } from '#lib/server/directory/edition-directory.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { THEMES } from '../theme.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The map of the census, or of what the directory's own parameters keep of it, for another site: live, or frozen when the address names an edition. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const edition = shownEdition(locals);
  const directory = await editionDirectory(edition.version);
  const params = new URLSearchParams(url.search);
  params.delete('theme');
  const { ranked, total, query, unknown } = ask(directory, params);
  const theme = url.searchParams.get('theme');
  if (theme !== null && !THEMES.some((known) => known === theme)) unknown.push({ name: 'theme', value: theme });
  const initiatives = ranked.map(({ initiative }) => initiative);
  const { view = 'initiatives', places = 'siege' } = query;
  const all = directory.entries.map((entry) => entry.initiative);
  return {
    edition,
    pinned: locals.pinned ?? false,
    total,
    shown: initiatives.length,
    placed: mapPoints(initiatives).length,
    /** Address of the same view in the directory. */
    selection: writeSelection(query).toString(),
    back: writeQuery({ ...query, page: 1 }).toString(),
    shownBox: windowBox(query.window, { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT }),
    whole: withoutParameters(url, [{ name: 'carte', value: url.searchParams.get('carte') ?? '' }]),
    synthetic: initiatives.filter((each) => each.provenance === 'synthetic').length,
    view,
    points: mapPoints(initiatives, { places, lens: lensOf(view, Number(edition.publishedAt.slice(0, 4))) }),
    density: view === 'densite' ? densityMap(initiatives, all) : undefined,
    unknown,
    clean: withoutParameters(url, unknown)
  };
};
