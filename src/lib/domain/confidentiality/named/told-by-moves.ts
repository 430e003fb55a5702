import type { Told } from '../across/attack-together.ts';
import type { TableBasis } from '../across/basis.ts';
import type { EarlierTables } from '../across/earlier-of.ts';
import type { Earlier } from '../across/hold-back.ts';
import { isSmall } from '../unsafe.ts';
import { knownSets } from './known-sets.ts';
import type { Named, NamedObjectives } from './named.ts';
import { basisWithout } from './without-units.ts';

/**
 * Moves between two waves that an earlier edition published, and that tell of one or two units to who also knows those that are named now. They were told when nobody
 * knew: only the names can still be kept back.
 */
export function toldByMoves(earlier: EarlierTables, { before, now }: NamedObjectives): Told[] {
  if (now.size === 0) return [];
  return [...earlier.values()].flat().flatMap((one) =>
    (one.published.comparisons ?? []).flatMap((comparison): Told[] => {
      const other = earlier.get(comparison.table)?.find(({ version }) => version === one.version);
      if (!one.basis || !other?.basis || !isProtected(one, other)) return [];
      const told = comparison.rows.filter(({ paired }) => paired?.gained.status === 'ok').map(({ code }) => code);
      const bases = [other.basis, one.basis] as const;
      return told.filter((code) => tells(bases, code, now) && !tells(bases, code, before)).map((code) => ({ table: one.published.id, quantity: `moves ${code}`, units: [], beside: true }));
    })
  );
}

function isProtected(...tables: Earlier[]): boolean {
  return tables.some(({ published }) => published.level !== 'open');
}

function tells([before, after]: readonly [TableBasis, TableBasis], code: string, named: Named): boolean {
  const [, ...known] = knownSets([before, after], named);
  return known.some((units) => movesOf(basisWithout(before, units), basisWithout(after, units), code).some(isSmall));
}

/** Every count that the moves of one row give by subtraction: of those who stayed, left and entered, with and without the answer. */
function movesOf(before: TableBasis, after: TableBasis, code: string): number[] {
  const sets = [before, after].map(({ groups: [everybody] }) => ({ answered: new Set(everybody?.answered), gave: new Set(everybody?.rows.find((row) => row.code === code)?.contributors) }));
  const cells = new Map<string, number>();
  const state = (at: number, slug: string): string => (sets[at]?.gave.has(slug) ? 'yes' : sets[at]?.answered.has(slug) ? 'no' : 'absent');
  for (const slug of new Set(sets.flatMap(({ answered }) => [...answered]))) {
    const move = `${state(0, slug)} ${state(1, slug)}`;
    cells.set(move, (cells.get(move) ?? 0) + 1);
  }
  return [...cells.values()];
}
