import { attackKnowing } from '../named/attack-knowing.ts';
import type { Named } from '../named/named.ts';
import { Search } from '../search.ts';
import type { Told } from './attack-together.ts';
import { basisOf } from './basis.ts';
import { closeRow, type Quantity } from './close-row.ts';
import type { Standing } from './difference.ts';
import { sumsOf } from './shown-cells.ts';
import type { Fresh } from './hold-back.ts';

/**
 * The tables of one indicator of one wave, all breakdowns, with rows closed in crossed ones until those that are left tell nothing of one or
 * two together: all of the caisses above fifty being urban, urban minus above fifty is the urban ones below. The table that shows least of
 * the row is closed first. What everybody's own numbers tell stays, for `attackTogether` to find.
 */
export function closeWhatTells(family: readonly Fresh[], named: Named = new Map(), search = new Search()): Fresh[] {
  let tables = [...family];
  for (;;) {
    const standings = tables.map(({ computed, published }): Standing => ({ published, basis: basisOf(computed) }));
    const next = attackKnowing(standings, named, search).map((told) => closing(told, standings)).find((found) => found !== undefined);
    if (!next) return tables;
    tables = tables.map((each) => (each.published.id === next.table ? { ...each, published: closeRow(each.published, next.quantity, next.code) } : each));
  }
}

/** Of the crossed tables that show something of the row, the one that shows least. */
function closing(told: Told, standings: readonly Standing[]): { table: string; quantity: Quantity; code: string } | undefined {
  const shown = standings
    .filter(({ published }) => published.breakdown !== null)
    .map(({ published, basis }) => {
      const sums = sumsOf(published, basis).filter((sum) => sum.quantity === told.quantity && sum.group !== null && sum.shown && sum.base.length > 0);
      return { table: published.id, size: sums.reduce((all, sum) => all + [...sum.parts.values()].reduce((a, b) => a + b, 0), 0), cells: sums.length };
    })
    .filter(({ cells }) => cells > 0)
    .sort((a, b) => a.size - b.size || a.table.localeCompare(b.table));
  const [quantity, code = ''] = told.quantity.split(' ');
  return shown[0] && { table: shown[0].table, quantity: quantity as Quantity, code };
}
