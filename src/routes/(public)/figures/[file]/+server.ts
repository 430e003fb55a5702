import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import FigureChart from '#lib/components/figures/FigureChart.svelte';
import { figurePage } from '#lib/components/figures/figure-page.ts';
import { pictureSvg } from '#lib/components/figures/files/picture.ts';
import { FAILURES } from '#lib/domain/errors.ts';
import { formatDate } from '#lib/domain/format/index.ts';
import { everybody } from '#lib/domain/indicators/row-share.ts';
import { baseLine, headline, lecture, statisticalTitle } from '#lib/domain/indicators/sentences/index.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { href } from '#lib/i18n/href.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { about } from '#lib/server/exports/about.ts';
import { toRows } from '#lib/server/exports/columns.ts';
import { writeCsv } from '#lib/server/exports/csv.ts';
import { fileResponse } from '#lib/server/exports/file-response.ts';
import { keptPicture } from '#lib/server/exports/picture-cache.ts';
import { takeVariant } from '#lib/server/exports/variant.ts';
import { writeWorkbook } from '#lib/server/exports/xlsx.ts';
import { factColumns } from '#lib/server/figures/columns.ts';
import { tableFacts } from '#lib/server/figures/facts.ts';
import { toPng } from '#lib/server/figures/png.ts';
import { findTable } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** A figure as a file: `/figures/2025.objectives.csv`, `.xlsx`, `.json`, `.svg`, `.png`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { lang } = locals;
  const edition = shownEdition(locals);
  const [, id = '', format = ''] = /^(.+)\.(csv|xlsx|json|svg|png)$/.exec(params.file) ?? [];
  const table = await findTable(edition.version, id);
  if (!table) error(404, FAILURES.not_found.text[lang]);
  const name = `${table.id}-${edition.version}`;

  if (format === 'svg' || format === 'png') {
    const base = table.bases.find((each) => each === url.searchParams.get('base')) ?? table.base;
    const chart = render(FigureChart, { props: { table, base, lang, width: 800, id: 'figure' } }).body;
    const address = url.origin + href(figurePage(table), { lang, version: edition.version });
    const svg = pictureSvg(chart, {
      headline: headline(table, lang, base),
      title: statisticalTitle(table, lang),
      base: baseLine(table, everybody(table), lang, base),
      notes: [lecture(table, lang, base)],
      source: `${m.figure_source({ wave: table.wave }, { locale: lang })} ${m.site_edition({ version: edition.version }, { locale: lang })}, ${formatDate(edition.publishedAt, lang)}. ${address}`,
      ...(table.provenance === 'synthetic' ? { synthetic: `${m.site_synthetic({}, { locale: lang })} ${m.figure_synthetic({}, { locale: lang })}` } : {})
    });
    if (format === 'png') return keptPicture(`${edition.contentHash} figure ${lang} ${table.id} ${base} ${url.origin}`, () => toPng(svg));
    return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'access-control-allow-origin': '*' } });
  }
  if (format === 'json') return fileResponse(JSON.stringify(about(edition, { table }), null, 2), 'json', name);
  const columns = factColumns(table, edition.version);
  const header = columns.map((column) => column.name);
  const rows = toRows(columns, tableFacts(table, lang));
  if (format === 'xlsx') return fileResponse(await writeWorkbook([{ name: table.indicator, header, rows }], { title: statisticalTitle(table, lang), creator: m.site_name({}, { locale: lang }) }), 'xlsx', name);
  return fileResponse(writeCsv(header, rows, takeVariant(url.searchParams).variant), 'csv', name);
};
