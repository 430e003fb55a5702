import { figureParameters } from '#lib/components/figures/figure-state.ts';
import { LAYOUTS, ORDERS, type Order, type Layout } from '#lib/components/explorer/view.ts';
import { unknownParameters, type UnknownParameter } from '#lib/components/layout/parameters.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';

/** What the address asks for, completed by defaults. `table` is undefined when that combination is not published. */
export type Choice = {
  indicator: string;
  by: Breakdown | null;
  wave: string;
  order: Order | undefined;
  layout: Layout | undefined;
  table: PublishedTable | undefined;
  unknown: UnknownParameter[];
};

/** What a reader who asks for nothing sees first. */
const FIRST = 'objectives';

/** Reads an address against the tables of an edition, which are not empty; the newest wave is the last of `waves`. */
export function readChoice(query: URLSearchParams, tables: readonly PublishedTable[], waves: readonly string[]): Choice {
  const indicators = [...new Set(tables.map((table) => table.indicator))];
  const breakdowns = [...new Set(tables.flatMap((table) => table.breakdown ?? []))];
  const indicator = indicators.find((each) => each === query.get('indicator')) ?? indicators.find((each) => each === FIRST) ?? indicators[0] ?? '';
  const wave = waves.find((each) => each === query.get('wave')) ?? waves.at(-1) ?? '';
  const by = breakdowns.find((each) => each === query.get('by')) ?? null;
  const table = tables.find((each) => each.indicator === indicator && each.wave === wave && each.breakdown === by);
  const order = ORDERS.find((each) => each === query.get('order'));
  const layout = LAYOUTS.find((each) => each === query.get('layout'));
  const unknown = unknownParameters(query, {
    indicator: indicators,
    wave: waves,
    // A form sends an empty value for "not crossed".
    by: ['', ...breakdowns],
    order: ORDERS,
    layout: LAYOUTS,
    ...(table ? figureParameters([{ table, scope: '' }]) : { tab: null, base: null })
  });
  return { indicator, by, wave, order, layout, table, unknown };
}
