import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';

/** Order of the lines: largest first, or as in the questionnaire. */
export const ORDERS = ['value', 'question'] as const;
export type Order = (typeof ORDERS)[number];

/** How a crossed table is drawn: answers with a bar per group, or one small figure per group. */
export const LAYOUTS = ['together', 'panels'] as const;
export type Layout = (typeof LAYOUTS)[number];

const counted = (table: PublishedTable): boolean => table.measure === 'distribution' || table.measure === 'classes';

/** Classes keep the order of their bounds unless a reader asks for another; answers come largest first. */
export function defaultOrder(table: PublishedTable): Order {
  return table.measure === 'classes' ? 'question' : 'value';
}

/** Orders among which a reader may choose for this table; empty when it has only one. */
export function ordersOf(table: PublishedTable, layout: Layout): readonly Order[] {
  return counted(table) && layout === 'together' ? ORDERS : [];
}

/** Layouts among which a reader may choose for this table; empty when it has only one. */
export function layoutsOf(table: PublishedTable): readonly Layout[] {
  return counted(table) && table.breakdown !== null ? LAYOUTS : [];
}
