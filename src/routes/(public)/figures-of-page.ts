import { figureParameters } from '#lib/components/figures/figure-state.ts';
import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import type { PublishedWave } from '#lib/domain/confidentiality/edition.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { BREAKDOWNS, type Breakdown } from '#lib/domain/indicators/definition.ts';
import { tableId } from '#lib/domain/indicators/publishable.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { findTables, listTables, listWaves } from '#lib/server/queries/publication.ts';

/** A figure as a page shows it: its table, the names of its parameters, and what else it can be crossed with. */
export type PageFigure = { table: PublishedTable; scope: string; breakdowns: Breakdown[]; crossing: Breakdown | undefined };

type Asked = { locals: App.Locals; url: URL };

/**
 * What a page of figures shows at an address: the wave asked (`wave`, else the newest), each indicator of `indicators` in
 * that wave, crossed as `by` asks, and the parameters that nobody knows. Indicators that the wave does not have are left out.
 * `twice` names figures that show the table of an indicator once more, under parameters of their own.
 */
export async function figuresOfPage({ locals, url }: Asked, indicators: string[], twice: { indicator: string; scope: string }[] = []) {
  const { version } = shownEdition(locals);
  const [waves, entries] = await Promise.all([listWaves(version), listTables(version)]);
  const known = waves.map((wave) => wave.wave);
  const asked = url.searchParams.get('wave');
  const wave: PublishedWave | undefined = waves.find((each) => each.wave === asked) ?? waves.at(-1);
  const several = indicators.length > 1;
  const names = indicators.map((indicator) => (several ? `by-${indicator}` : 'by'));
  const planned = indicators.map((indicator, index) => {
    const breakdowns = BREAKDOWNS.filter((breakdown) => entries.some((entry) => entry.wave === wave?.wave && entry.indicator === indicator && entry.breakdown === breakdown));
    const crossing = breakdowns.find((breakdown) => breakdown === url.searchParams.get(names[index] ?? ''));
    return { indicator, breakdowns, crossing, id: tableId(wave?.wave ?? '', indicator, crossing ?? null) };
  });
  const tables = await findTables(version, planned.map(({ id }) => id));
  const figures: PageFigure[] = planned.flatMap(({ indicator, breakdowns, crossing, id }) => {
    const table = tables.find((each) => each.id === id);
    return table ? [{ table, breakdowns, crossing, scope: several ? `-${indicator}` : '' }] : [];
  });
  const unknown = unknownParameters(url.searchParams, {
    wave: known,
    ...Object.fromEntries(planned.map(({ breakdowns }, index) => [names[index] ?? '', breakdowns])),
    ...figureParameters([...figures, ...twice.flatMap(({ indicator, scope }) => figures.filter(({ table }) => table.indicator === indicator).map(({ table }) => ({ table, scope })))])
  });
  return { figures, wave, waves: waves.map(({ wave: id, title, provenance }) => ({ wave: id, title, provenance })), unknown, clean: withoutParameters(url, unknown) };
}
