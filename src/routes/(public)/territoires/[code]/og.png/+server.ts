import { error } from '@sveltejs/kit';
import { territoryLede, territoryLevel } from '#lib/components/directory/sentences.ts';
import { FAILURES } from '#lib/domain/errors.ts';
import { formatNumber } from '#lib/domain/format/index.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { countIn } from '#lib/server/directory/territory-counts.ts';
import { keptPicture } from '#lib/server/exports/picture-cache.ts';
import { territoryMap } from '#lib/server/exports/local-maps.ts';
import { localShareSvg } from '#lib/server/exports/picture-local.ts';
import { pictureSource } from '#lib/server/exports/picture-source.ts';
import { toPng } from '#lib/server/figures/png.ts';
import { nationalPaths } from '#lib/server/geography/land.ts';
import { findTerritory } from '#lib/server/geography/territories.ts';
import { listInitiatives } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** The picture of a shared link to a territory: its map and its initiatives, 1200 × 630. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { lang } = locals;
  const locale = { locale: lang };
  const edition = shownEdition(locals);
  const territory = findTerritory(params.code);
  if (!territory) error(404, { message: FAILURES.not_found.text[lang], code: 'not_found' });
  const all = await listInitiatives(edition.version);
  const count = countIn(territory, all);
  const number = (value: number): string => formatNumber(value, lang);
  return keptPicture(`${edition.contentHash} territory ${lang} ${territory.id} ${url.host}`, () => {
    const svg = localShareSvg(nationalPaths(), territoryMap(territory, all), {
      site: m.site_name({}, locale),
      overline: territoryLevel(territory.level, territory.code, lang),
      title: territory.name,
      lede: territoryLede(count, lang),
      source: pictureSource(edition, lang, url.host),
      synthetic: count.synthetic > 0 ? m.directory_territory_synthetic({ synthetic: number(count.synthetic), count: number(count.count) }, locale) : undefined
    });
    return toPng(svg, 1);
  });
};
