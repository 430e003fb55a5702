import { attackTogether, type Told } from '../across/attack-together.ts';
import type { Standing } from '../across/difference.ts';
import { knownSets } from './known-sets.ts';
import { Search } from '../search.ts';
import type { Named } from './named.ts';
import { basisWithout } from './without-units.ts';

/** `attackTogether` by a reader who also knows what is published under a name; what such knowledge alone tells is marked `beside`. */
export function attackKnowing(standings: readonly Standing[], named: Named, search = new Search()): Told[] {
  search.begin();
  const [, ...known] = knownSets(standings.map(({ basis }) => basis), named);
  const beside = known.flatMap((units) => attackTogether(standings.map(({ published, basis }) => ({ published, basis: basisWithout(basis, units) })), false, search));
  return [...attackTogether(standings, true, search), ...beside.map((told): Told => ({ ...told, beside: true }))];
}
