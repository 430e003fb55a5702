import { figureParameters } from '#lib/components/figures/figure-state.ts';
import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import type { PublishedWave } from '#lib/domain/confidentiality/edition.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { BREAKDOWNS, type Breakdown, type Page } from '#lib/domain/indicators/definition.ts';
import { tableId } from '#lib/domain/indicators/publishable.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { introText } from '#lib/server/figures/intro-text.ts';
import { findTables, listTables, listWaves } from '#lib/server/queries/publication.ts';

/** A figure as a page shows it: its table, the names of its parameters, and what else it can be crossed with. */
export type PageFigure = { table: PublishedTable; scope: string; breakdowns: Breakdown[]; crossing: Breakdown | undefined };

type Asked = { locals: App.Locals; url: URL };

/**
 * What a page of figures shows at an address: the wave asked (`wave`, else the newest), each indicator of `indicators` in
 * that wave, crossed as `by` asks, and the parameters that nobody knows. Indicators that the wave does not have are left out.
 * `twice` names figures that show the table of an indicator once more, under parameters of their own. `added` are those that
 * editors put on `page` besides, in their order, and `intro` what they wrote at its head; without `page`,
 * only `indicators`.
 */
export async function figuresOfPage({ locals, url }: Asked, page: Page | undefined, indicators: string[], twice: { indicator: string; scope: string }[] = []) {
  const { version } = shownEdition(locals);
  const [waves, entries, intro] = await Promise.all([listWaves(version), listTables(version), page ? introText(version, page, locals.lang) : []]);
  const known = waves.map((wave) => wave.wave);
  const asked = url.searchParams.get('wave');
  const wave: PublishedWave | undefined = waves.find((each) => each.wave === asked) ?? waves.at(-1);
  const ofWave = entries.filter((entry) => entry.wave === wave?.wave);
  const more = ofWave.filter((entry) => page !== undefined && entry.page === page && entry.breakdown === null && !indicators.includes(entry.indicator)).map(({ indicator }) => indicator);
  // Addresses of the page's own figures stay what they were when an editor adds one.
  const scopeOf = (indicator: string): string => (indicators.length > 1 || more.includes(indicator) ? `-${indicator}` : '');
  const planned = [...indicators, ...more].map((indicator) => {
    const breakdowns = BREAKDOWNS.filter((breakdown) => ofWave.some((entry) => entry.indicator === indicator && entry.breakdown === breakdown));
    const scope = scopeOf(indicator);
    const crossing = breakdowns.find((breakdown) => breakdown === url.searchParams.get(`by${scope}`));
    return { indicator, breakdowns, scope, crossing, id: tableId(wave?.wave ?? '', indicator, crossing ?? null) };
  });
  const tables = await findTables(version, planned.map(({ id }) => id));
  const shown: PageFigure[] = planned.flatMap(({ breakdowns, crossing, scope, id }) => {
    const table = tables.find((each) => each.id === id);
    return table ? [{ table, breakdowns, crossing, scope }] : [];
  });
  const again = twice.flatMap(({ indicator, scope }) => shown.filter(({ table }) => table.indicator === indicator).map(({ table }) => ({ table, scope })));
  const unknown = unknownParameters(url.searchParams, {
    wave: known,
    ...Object.fromEntries(planned.map(({ breakdowns, scope }) => [`by${scope}`, breakdowns])),
    ...figureParameters([...shown, ...again])
  });
  return {
    figures: shown.filter(({ table }) => !more.includes(table.indicator)),
    added: shown.filter(({ table }) => more.includes(table.indicator)),
    intro,
    wave,
    waves: waves.map(({ wave: id, title, provenance }) => ({ wave: id, title, provenance })),
    unknown,
    clean: withoutParameters(url, unknown)
  };
}
