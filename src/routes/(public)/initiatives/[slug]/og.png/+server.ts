import { error } from '@sveltejs/kit';
import { initiativeSummary } from '#lib/components/directory/sentences.ts';
import { FAILURES } from '#lib/domain/errors.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { placeName } from '#lib/server/directory/lines.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { keptPicture } from '#lib/server/exports/picture-cache.ts';
import { initiativeMap } from '#lib/server/exports/local-maps.ts';
import { localShareSvg } from '#lib/server/exports/picture-local.ts';
import { pictureSource } from '#lib/server/exports/picture-source.ts';
import { toPng } from '#lib/server/figures/png.ts';
import { departement, region } from '#lib/server/geography/gazetteer.ts';
import { nationalPaths } from '#lib/server/geography/land.ts';
import { findInitiative, listInitiatives } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** The picture of a shared link to an initiative: where it is in its région, 1200 × 630. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { lang } = locals;
  const locale = { locale: lang };
  const edition = shownEdition(locals);
  const initiative = await findInitiative(edition.version, params.slug);
  if (!initiative) error(404, { message: FAILURES.not_found.text[lang], code: 'not_found' });
  const all = await listInitiatives(edition.version);
  const seat = initiative.places.find((place) => place.role === 'seat') ?? initiative.places[0];
  const around = seat ? [departement(seat.departement)?.name, region(seat.region)?.name].filter((name, at, names) => name && names.indexOf(name) === at) : [];
  return keptPicture(`${edition.contentHash} initiative ${lang} ${initiative.slug} ${url.host}`, () => {
    const svg = localShareSvg(nationalPaths(), initiativeMap(initiative, all, seat && placeName(seat)), {
      site: m.site_name({}, locale),
      overline: around.join(' · '),
      title: initiative.name,
      lede: initiativeSummary(initiative, lang),
      source: pictureSource(edition, lang, url.host),
      synthetic: initiative.provenance === 'synthetic' ? `${m.directory_synthetic_banner({}, locale)} ${m.directory_synthetic_meaning({}, locale)}` : undefined
    });
    return toPng(svg, 1);
  });
};
