import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Text } from '#lib/domain/language.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';
import { tableLines } from '#lib/server/exports/table-rows.ts';

/** A publishable table without its numbers: how many it has, and how many of them are hidden. */
export type CatalogueEntry = { id: string; indicator: string; breakdown: Breakdown | null; wave: string; title: Text; numbers: number; hidden: number };

/** What an edition publishes, in the order of its pages. `hidden` counts the numbers under statistical confidentiality. */
export function catalogue(tables: readonly PublishedTable[]): CatalogueEntry[] {
  return tables.map((table) => {
    const lines = tableLines(table);
    const { id, indicator, breakdown, wave, title } = table;
    return { id, indicator, breakdown, wave, title, numbers: lines.length, hidden: lines.filter(({ number }) => number.status === 'c').length };
  });
}
