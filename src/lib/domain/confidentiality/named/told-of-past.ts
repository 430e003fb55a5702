import type { Told } from '../across/attack-together.ts';
import type { Standing } from '../across/difference.ts';
import type { EarlierTables } from '../across/earlier-of.ts';
import { Search } from '../search.ts';
import { attackKnowing } from './attack-knowing.ts';
import { newlyNamed, type Named, type NamedObjectives } from './named.ts';
import { toldByMoves } from './told-by-moves.ts';

/** Whether something is told already, of all the units that it speaks of or of parts of them that make them up. What is told of two together is not told of one. */
export function isKnown({ quantity, units }: Told, already: readonly Told[]): boolean {
  const whole = new Set(units);
  const known = new Set(already.filter((each) => each.quantity === quantity && each.units.every((unit) => whole.has(unit))).flatMap((each) => each.units));
  return units.every((unit) => known.has(unit));
}

/** What earlier editions tell once some are named that were not: nothing that the next edition hides would change it. `already`: what they told before. */
export function toldOfPast(past: readonly Standing[], already: readonly Told[], named: NamedObjectives, search = new Search()): Told[] {
  return newlyNamed(named).length === 0 ? [] : attackKnowing(past, named.now, search).filter((each) => !isKnown(each, already));
}

/**
 * Names to keep back so that the others may appear beside what earlier editions published: one after the other, in alphabetical order, each name that would tell together
 * with those before it. The others tell nothing of the past together.
 *
 * @param families tables of earlier editions, those of one wave and question together
 */
export function namesToKeepBack(families: readonly (readonly Standing[])[], earlier: EarlierTables, named: NamedObjectives): string[] {
  const { before } = named;
  const told = families.map((past) => ({ past, already: attackKnowing(past, before) }));
  let accepted: Named = before;
  return newlyNamed(named).filter((slug) => {
    const now = new Map([...accepted, [slug, named.now.get(slug) ?? []] as const]);
    const tells = told.some(({ past, already }) => toldOfPast(past, already, { before, now }).length > 0) || toldByMoves(earlier, { before, now }).length > 0;
    if (!tells) accepted = now;
    return tells;
  });
}
