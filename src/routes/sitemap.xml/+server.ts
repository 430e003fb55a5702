import { familyOf } from '#lib/domain/indicators/funder-types.ts';
import { tableId } from '#lib/domain/indicators/publishable.ts';
import { aboutEntries, mainEntries } from '#lib/components/layout/navigation.ts';
import { sitemap, type SitemapPage } from '#lib/server/exports/sitemap.ts';
import { listDepartements, listRegions } from '#lib/server/geography/territories.ts';
import { findTables, listEditions, listInitiatives, listWaves } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** Every page that search engines may show: those of the newest edition, without pinned copies. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { edition } = locals;
  const changed = edition?.publishedAt;
  const paths: string[] = ['/', ...[...mainEntries, ...aboutEntries].map(({ path }) => path)];
  if (edition) {
    paths.push('/territoires', ...[...listRegions(), ...listDepartements()].map(({ id }) => `/territoires/${id}`));
    paths.push(...(await listInitiatives(edition.version)).map(({ slug }) => `/initiatives/${slug}`));
    const waves = await listWaves(edition.version);
    paths.push(...waves.map(({ wave }) => `/vagues/${wave}`));
    const amounts = await findTables(edition.version, waves.map(({ wave }) => tableId(wave, 'funding_amounts', null)));
    const types = amounts.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ code }) => code)));
    paths.push(...types.filter(familyOf).map((type) => `/financements/${type}`));
  }
  const pages: SitemapPage[] = [...new Set(paths)].map((path) => ({ path, changed }));
  pages.push(...(await listEditions()).map(({ version, publishedAt, withdrawnAt }) => ({ path: `/editions/${version}`, changed: withdrawnAt ?? publishedAt })));
  return new Response(sitemap(pages, url.origin), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
