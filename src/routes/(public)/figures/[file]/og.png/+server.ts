import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import FigureChart from '#lib/components/figures/FigureChart.svelte';
import { FAILURES } from '#lib/domain/errors.ts';
import { formatDate } from '#lib/domain/format/index.ts';
import { everybody } from '#lib/domain/indicators/row-share.ts';
import { baseLine, headline, lecture } from '#lib/domain/indicators/sentences/index.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { keptPicture } from '#lib/server/exports/picture-cache.ts';
import { shareSvg } from '#lib/server/exports/picture-share.ts';
import { toPng } from '#lib/server/figures/png.ts';
import { findTable } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** A wide chart is lower, a narrow one has larger letters: the picture takes what suits it. */
const WIDTHS = [700, 800, 960, 1088, 1400];

/** The picture of a shared link to a figure: `/figures/2025.objectives/og.png`, 1200 × 630. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { lang } = locals;
  const locale = { locale: lang };
  const edition = shownEdition(locals);
  const table = await findTable(edition.version, params.file);
  if (!table) error(404, FAILURES.not_found.text[lang]);
  const base = table.bases.find((each) => each === url.searchParams.get('base')) ?? table.base;
  return keptPicture(`${edition.contentHash} share ${lang} ${table.id} ${base} ${url.host}`, () => {
    const charts = WIDTHS.map((width) => render(FigureChart, { props: { table, base, lang, width, id: 'figure' } }).body);
    const svg = shareSvg(charts, {
      site: m.site_name({}, locale),
      headline: headline(table, lang, base),
      base: baseLine(table, everybody(table), lang, base),
      lecture: lecture(table, lang, base),
      source: `${m.figure_source({ wave: table.wave }, locale)} ${m.site_edition({ version: edition.version }, locale)}, ${formatDate(edition.publishedAt, lang)}. ${url.host}`,
      synthetic: table.provenance === 'synthetic' ? `${m.site_synthetic({}, locale)} ${m.figure_synthetic({}, locale)}` : undefined
    });
    return toPng(svg, 1);
  });
};
