import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { BaseKind } from '#lib/domain/indicators/definition.ts';

export const TABS = ['chart', 'table', 'method'] as const;
export type Tab = (typeof TABS)[number];

/** What a reader chose for one figure; defaults are left out of the address. */
export type FigureState = { tab: Tab; base: BaseKind };

/** Names of a figure's parameters; `scope` tells figures of one page apart (`-funding_mix`), empty when there is one. */
export function parameterNames(scope: string) {
  return { tab: `tab${scope}`, base: `base${scope}` };
}

/** The state of a figure in an address. A value that it does not know counts as the default; the page says so. */
export function figureState(query: URLSearchParams, table: PublishedTable, scope: string): FigureState {
  const names = parameterNames(scope);
  const tab = TABS.find((each) => each === query.get(names.tab)) ?? 'chart';
  const base = table.bases.find((each) => each === query.get(names.base)) ?? table.base;
  return { tab, base };
}

/** The parameters and values that a page's figures know, for `unknownParameters`. */
export function figureParameters(figures: { table: PublishedTable; scope: string }[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    figures.flatMap(({ table, scope }) => {
      const names = parameterNames(scope);
      return [
        [names.tab, TABS],
        [names.base, table.bases]
      ] as const;
    })
  );
}
