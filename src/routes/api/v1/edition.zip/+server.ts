import { href } from '#lib/i18n/href.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { editionPackage } from '#lib/server/exports/edition-package.ts';
import { fileResponse } from '#lib/server/exports/file-response.ts';
import { findTables, listInitiatives, listTables } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** Everything an edition publishes, with its dictionary, licence, citation and read-me. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { lang } = locals;
  const edition = shownEdition(locals);
  const ids = (await listTables(edition.version)).map(({ id }) => id);
  const body = editionPackage({
    edition,
    initiatives: await listInitiatives(edition.version),
    tables: await findTables(edition.version, ids),
    lang,
    url: url.origin + href('/', { lang, version: edition.version }),
    publisher: m.site_name()
  });
  return fileResponse(body, 'zip', `observatoire-caisses-alimentaires-${edition.version}`);
};
