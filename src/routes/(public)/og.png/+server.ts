import { formatDate, formatNumber } from '#lib/domain/format/index.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { keptPicture } from '#lib/server/exports/picture-cache.ts';
import { mapShareSvg } from '#lib/server/exports/picture-map.ts';
import { toPng } from '#lib/server/figures/png.ts';
import { nationalPaths } from '#lib/server/geography/land.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { listInitiatives, listWaves } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** The picture of a shared link to the site: the map and the cascade in a sentence, 1200 × 630. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { lang } = locals;
  const locale = { locale: lang };
  const edition = shownEdition(locals);
  const [initiatives, waves] = await Promise.all([listInitiatives(edition.version), listWaves(edition.version)]);
  const wave = waves.at(-1);
  const number = (value: number) => formatNumber(value, lang);
  const synthetic = initiatives.filter((each) => each.provenance === 'synthetic').length;
  return keptPicture(`${edition.contentHash} map ${lang} ${url.host}`, () =>
    toPng(
      mapShareSvg(nationalPaths(), mapPoints(initiatives), {
        site: m.site_name({}, locale),
        title: m.page_home_title({}, locale),
        lede: wave
          ? m.page_home_lede({ initiatives: number(initiatives.length), caisses: number(initiatives.filter((each) => each.kind === 'caisse').length), frame: number(wave.frame), responses: number(wave.responses), wave: wave.wave }, locale)
          : m.page_home_lede_census({ initiatives: number(initiatives.length) }, locale),
        source: `${m.site_edition({ version: edition.version }, locale)}, ${formatDate(edition.publishedAt, lang)}. ${url.host}`,
        synthetic: synthetic > 0 ? m.explorer_embed_map_synthetic({ synthetic: number(synthetic), n: number(initiatives.length) }, locale) : undefined
      }),
      1
    )
  );
};
