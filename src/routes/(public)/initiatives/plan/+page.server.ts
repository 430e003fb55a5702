import { writeQuery } from '#lib/domain/directory/parse-query.ts';
import { readStreetView, streetViewOf, streetViewText } from '#lib/domain/directory/street-view.ts';
import { href } from '#lib/i18n/href.ts';
import { ask } from '#lib/server/directory/ask.ts';
import { editionDirectory } from '#lib/server/directory/edition-directory.ts';
import { pinnedVersion, shownEdition } from '#lib/server/directory/shown-edition.ts';
import type { PageServerLoad } from './$types';

/** The street map shows what the directory would show at the same address, at the place that `plan` says. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const edition = shownEdition(locals);
  const directory = await editionDirectory(edition.version);
  const asked = new URLSearchParams(url.search);
  const plan = asked.get('plan');
  asked.delete('plan');
  const { ranked, total, query, unknown } = ask(directory, asked);
  const seen = plan === null ? undefined : readStreetView(plan);
  if (plan !== null && !seen) unknown.push({ name: 'plan', value: plan });
  const text = writeQuery({ ...query, page: 1 }).toString();
  const context = { lang: locals.lang, version: pinnedVersion(locals) };
  const params = text ? `?${text}` : '';
  return {
    shown: ranked.length,
    total,
    points: href(`/api/v1/initiatives.geojson${params}`, { lang: locals.lang, version: edition.version }),
    list: href(`/initiatives${params}`, context),
    unknown,
    /** What the map begins with; all its points when the address says nothing. */
    view: seen ?? (query.window && streetViewOf(query.window)),
    clean: href(`/initiatives/plan${seen ? `?${new URLSearchParams([...new URLSearchParams(text), ['plan', streetViewText(seen)]])}` : params}`, context)
  };
};
