import { writeQuery } from '#lib/domain/directory/parse-query.ts';
import { href } from '#lib/i18n/href.ts';
import { ask } from '#lib/server/directory/ask.ts';
import { editionDirectory } from '#lib/server/directory/edition-directory.ts';
import { pinnedVersion, shownEdition } from '#lib/server/directory/shown-edition.ts';
import type { PageServerLoad } from './$types';

/** The street map shows what the directory would show at the same address. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const edition = shownEdition(locals);
  const directory = await editionDirectory(edition.version);
  const { ranked, total, query, unknown } = ask(directory, url.searchParams);
  const text = writeQuery({ ...query, page: 1 }).toString();
  const context = { lang: locals.lang, version: pinnedVersion(locals) };
  const params = text ? `?${text}` : '';
  return {
    shown: ranked.length,
    total,
    points: href(`/api/v1/initiatives.geojson${params}`, { lang: locals.lang, version: edition.version }),
    list: href(`/initiatives${params}`, context),
    unknown,
    clean: href(`/initiatives/plan${params}`, context)
  };
};
